package com.automatrix.execution.trigger;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.EventRef;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.execution.eventtype.KnownEventType;
import com.automatrix.execution.eventtype.KnownEventTypes;
import com.automatrix.execution.messaging.CleanText;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.UnreadableRecord;
import com.automatrix.platform.trace.Correlation;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Reads dealership events and refuses those that no trigger could rely on. */
@Component
class EventReader {

    static final int LARGEST_EVENT_BYTES = 1024 * 1024;

    private static final int TOLD_VIOLATIONS = 5;

    private final CloudEventRecords events;
    private final KnownEventTypes types;

    EventReader(CloudEventRecords events, KnownEventTypes types) {
        this.events = events;
        this.types = types;
    }

    /** @throws UnreadableRecord with the reason for the dead letter */
    IncomingEvent read(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            throw new UnreadableRecord("Expected an event, but the record has no value.");
        }
        if (message.value().length > LARGEST_EVENT_BYTES) {
            throw new UnreadableRecord("Expected an event of at most %d bytes, but it has %d."
                    .formatted(LARGEST_EVENT_BYTES, message.value().length));
        }
        CloudEvent event = events.read(message);
        if (types.isMistaken(event.getType())) {
            throw new UnreadableRecord(
                    "Expected an event of the catalogue, but its type \"%s\" is unknown.".formatted(event.getType()));
        }
        Object data = data(event);
        // A dealer's own type that nobody registered has no schema to keep to.
        types.find(event.getType()).ifPresent(type -> refuseViolations(type, types.violations(type, data)));
        String correlationId = events.correlationId(message).orElseGet(() -> correlationId(event));
        return new IncomingEvent(reference(event), CleanText.clean(data), correlationId, message);
    }

    private static @Nullable Object data(CloudEvent event) {
        CloudEventData data = event.getData();
        if (data == null) {
            throw new UnreadableRecord("Expected an event with data, but it has none.");
        }
        try {
            return ContractJson.events().readValue(data.toBytes(), Object.class);
        } catch (JacksonException malformed) {
            throw new UnreadableRecord("Expected data in JSON, but it is not: it cannot be parsed.", malformed);
        }
    }

    // Never with the values: they may be a customer's, and a reason is logged.
    private static void refuseViolations(KnownEventType type, List<SchemaViolation> violations) {
        if (!violations.isEmpty()) {
            throw new UnreadableRecord(violations.stream()
                    .limit(TOLD_VIOLATIONS)
                    .map(violation ->
                            "%s is %s: %s".formatted(violation.pointer(), violation.code(), violation.expectation()))
                    .collect(Collectors.joining(" ", "Expected data of " + type.type() + ", but ", "")));
        }
    }

    private static String correlationId(CloudEvent event) {
        // A structured event has its attributes in the value instead of in headers.
        Object extension = event.getExtension(Correlation.ATTRIBUTE);
        return Correlation.accept(extension == null ? null : extension.toString());
    }

    private static EventRef reference(CloudEvent event) {
        Map<String, String> extensions = new LinkedHashMap<>();
        for (String name : event.getExtensionNames()) {
            extensions.put(name, String.valueOf(event.getExtension(name)));
        }
        return new EventRef(
                event.getId(),
                event.getSource().toString(),
                event.getType(),
                event.getSubject(),
                event.getTime() == null ? null : event.getTime().toInstant(),
                extensions);
    }
}
