package com.automatrix.workflow.eventtype;

import com.automatrix.contracts.event.EventType;
import com.automatrix.contracts.event.EventTypes;
import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** The catalogue of the product, with schemas and examples read from the contracts. */
final class BuiltInEventTypes {

    private static final String SHARED = "/contracts/schema/event/types.v1.schema.json";

    private BuiltInEventTypes() {}

    static List<EventTypeResponse> read() {
        Map<String, Object> types = read(SHARED);
        return EventTypes.all().stream().map(type -> response(type, types)).toList();
    }

    private static EventTypeResponse response(EventType type, Map<String, Object> types) {
        Map<String, Object> schema = read(type.schema());
        return new EventTypeResponse(
                type.type(),
                type.title(),
                EventTypeResponse.category(type.topic()),
                type.topic(),
                String.valueOf(schema.get("description")),
                false,
                StandaloneSchema.of(schema, types),
                read("/contracts/examples/event/%s.json".formatted(type.schemaName())));
    }

    private static Map<String, Object> read(String resource) {
        try (InputStream stream = EventTypes.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Expected %s on the class path, but it is missing".formatted(resource));
            }
            return ContractJson.events().readValue(stream.readAllBytes(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
