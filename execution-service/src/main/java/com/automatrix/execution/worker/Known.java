package com.automatrix.execution.worker;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step knows of the person that it is about: as in the dealership's events, or only an id. */
record Known(@Nullable String personId, Map<?, ?> person) {

    /** @param person an event's person, or their id */
    static Known of(@Nullable Object person, @Nullable String personId) {
        Map<?, ?> fields = person instanceof Map<?, ?> known ? known : Map.of();
        Object id = personId != null ? personId : person instanceof String text ? text : fields.get("personId");
        return new Known(id == null || id.toString().isBlank() ? null : id.toString(), fields);
    }
}
