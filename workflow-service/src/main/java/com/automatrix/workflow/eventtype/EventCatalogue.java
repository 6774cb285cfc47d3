package com.automatrix.workflow.eventtype;

import com.automatrix.contracts.event.RegisteredEventType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All event types there are at the moment: those of the product first, then those that the dealer registered. */
@Component
public class EventCatalogue {

    private final EventTypeStore own;
    private final List<EventTypeResponse> builtIn = BuiltInEventTypes.read();

    EventCatalogue(EventTypeStore own) {
        this.own = own;
    }

    List<EventTypeResponse> all() {
        return Stream.concat(builtIn.stream(), own.all().stream().map(EventTypeResponse::of))
                .toList();
    }

    Optional<EventTypeResponse> find(String type) {
        return builtIn.stream()
                .filter(known -> known.type().equals(type))
                .findFirst()
                .or(() -> own.find(type).map(EventTypeResponse::of));
    }

    /** The types that the dealer registered. */
    public List<String> ownTypes() {
        return own.all().stream().map(RegisteredEventType::type).toList();
    }
}
