package com.automatrix.workflow.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What starts a workflow, as a list shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TriggerSummary(String id, String type, @Nullable String eventType) {

    /** Reads what is readable of a draft's triggers. */
    static List<TriggerSummary> of(Map<String, Object> definition) {
        if (!(definition.get("triggers") instanceof List<?> triggers)) {
            return List.of();
        }
        return triggers.stream()
                .map(TriggerSummary::read)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable TriggerSummary read(@Nullable Object trigger) {
        if (trigger instanceof Map<?, ?> fields
                && fields.get("id") instanceof String id
                && fields.get("type") instanceof String type) {
            return new TriggerSummary(id, type, fields.get("eventType") instanceof String eventType ? eventType : null);
        }
        return null;
    }
}
