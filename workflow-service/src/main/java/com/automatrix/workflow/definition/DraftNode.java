package com.automatrix.workflow.definition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a draft, as far as it can be read. */
record DraftNode(
        int index, String id, String type, @Nullable String parent, Map<?, ?> fields) {

    String pointer() {
        return "/nodes/" + index;
    }

    Map<?, ?> config() {
        return fields.get("config") instanceof Map<?, ?> config ? config : Map.of();
    }
}
