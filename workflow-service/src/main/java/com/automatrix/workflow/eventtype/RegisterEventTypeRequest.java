package com.automatrix.workflow.eventtype;

import com.automatrix.contracts.event.RegisteredEventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dealer's own event type.
 *
 * @param topic {@code dealership.<name>}; made when it is not there
 */
record RegisterEventTypeRequest(
        @NotNull @Size(max = 200) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
        String type,

        @NotBlank @Size(max = 80) String title,

        @NotNull @Pattern(regexp = "dealership\\.[a-z0-9][a-z0-9-]{0,60}")
        String topic,

        @Nullable @Size(max = 500) String description,
        @NotNull Map<String, Object> schema,
        @NotNull Map<String, Object> example) {

    RegisteredEventType asEventType() {
        return new RegisteredEventType(
                type, title, topic, Objects.requireNonNullElse(description, ""), schema, example);
    }
}
