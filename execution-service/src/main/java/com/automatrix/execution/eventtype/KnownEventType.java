package com.automatrix.execution.eventtype;

import com.automatrix.contracts.event.EventType;
import com.automatrix.contracts.event.RegisteredEventType;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A type whose events can be checked.
 *
 * @param topic where our own doors publish them
 * @param dataSchema what events name as the schema of their data; null for a dealer's own type
 */
public record KnownEventType(
        String type,
        String topic,
        @Nullable String dataSchema,
        BiFunction<SchemaCheck, @Nullable Object, List<SchemaViolation>> check) {

    static KnownEventType of(EventType type) {
        return new KnownEventType(
                type.type(),
                type.topic(),
                type.dataSchema(),
                (schemas, data) -> schemas.event(type.schemaName(), data));
    }

    static KnownEventType of(RegisteredEventType type) {
        return new KnownEventType(
                type.type(), type.topic(), null, (schemas, data) -> schemas.value(type.schema(), data));
    }
}
