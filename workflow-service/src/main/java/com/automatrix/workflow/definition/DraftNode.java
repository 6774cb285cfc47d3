package com.automatrix.workflow.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a draft, as far as it can be read. */
public record DraftNode(
        int index, String id, String type, @Nullable String parent, Map<?, ?> fields) {

    String pointer() {
        return "/nodes/" + index;
    }

    Map<?, ?> config() {
        return fields.get("config") instanceof Map<?, ?> config ? config : Map.of();
    }

    /** The config as step types take it, without nulls. */
    Map<String, Object> plainConfig() {
        Map<String, Object> config = new LinkedHashMap<>();
        config().forEach((key, value) -> {
            if (key instanceof String name && value != null) {
                config.put(name, value);
            }
        });
        return config;
    }

    /** How many edges have to be TAKEN before it runs. */
    int atLeast() {
        return fields.get("join") instanceof Map<?, ?> join && join.get("atLeast") instanceof Integer number
                ? Math.max(1, number)
                : 1;
    }

    /** Whether it may run before all that leads to it is decided. */
    boolean joinsEarly() {
        return fields.get("join") != null && !"ALL".equals(fields.get("join"));
    }
}
