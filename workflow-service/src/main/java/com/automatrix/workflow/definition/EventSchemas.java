package com.automatrix.workflow.definition;

import com.automatrix.contracts.event.EventType;
import com.automatrix.contracts.event.EventTypes;
import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;

/** The schemas of the data of the events in the catalogue. */
final class EventSchemas {

    private static final String FOLDER = "/contracts/schema/event/";
    private static final String SHARED = "types.v1.schema.json";
    private static final Map<String, Object> TYPES = read(FOLDER + SHARED);
    private static final Map<String, SchemaView> BY_TYPE = EventTypes.all().stream()
            .collect(Collectors.toUnmodifiableMap(EventType::type, type -> SchemaView.of(read(type.schema()))));

    private EventSchemas() {}

    static Optional<SchemaView> of(String eventType) {
        return Optional.ofNullable(BY_TYPE.get(eventType));
    }

    /** The document that event schemas refer to by this name; nothing for any other. */
    static Map<String, Object> shared(String file) {
        return file.equals(SHARED) ? TYPES : Map.of();
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
