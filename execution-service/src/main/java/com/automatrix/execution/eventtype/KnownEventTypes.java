package com.automatrix.execution.eventtype;

import com.automatrix.contracts.event.EventTypes;
import com.automatrix.contracts.event.RegisteredEventType;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds event types by name: those of the catalogue, then what this process has read of the dealer's own. */
@Component
public class KnownEventTypes {

    private static final Map<String, KnownEventType> CATALOGUE = EventTypes.all().stream()
            .map(KnownEventType::of)
            .collect(Collectors.toUnmodifiableMap(KnownEventType::type, type -> type));

    private final SchemaCheck schemas;
    private final Map<String, KnownEventType> own = new ConcurrentHashMap<>();

    KnownEventTypes(SchemaCheck schemas) {
        this.schemas = schemas;
    }

    public Optional<KnownEventType> find(String type) {
        return Optional.ofNullable(CATALOGUE.get(type)).or(() -> Optional.ofNullable(own.get(type)));
    }

    /** Whether a type has a name of the product and is none of its catalogue: a slip, never a dealer's own. */
    public boolean isMistaken(String type) {
        return type.startsWith(EventTypes.PREFIX) && !CATALOGUE.containsKey(type);
    }

    /** How data does not fit the type's schema. */
    public List<SchemaViolation> violations(KnownEventType type, @Nullable Object data) {
        return type.check().apply(schemas, data);
    }

    void keep(RegisteredEventType type) {
        own.put(type.type(), KnownEventType.of(type));
    }

    void forget(String type) {
        own.remove(type);
    }
}
