package com.automatrix.execution.event;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.execution.eventtype.KnownEventType;
import com.automatrix.execution.eventtype.KnownEventTypes;
import com.automatrix.platform.problem.Violation;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Says what is wrong with an event, so that its sender hears it at once. */
@Component
class EventJudge {

    static final int LARGEST_EVENT_BYTES = 1024 * 1024;
    static final String TOO_LARGE = "event.too-large";

    private final KnownEventTypes types;

    EventJudge(KnownEventTypes types) {
        this.types = types;
    }

    /** An event that was looked at; its type is known if there are no violations. */
    record Judged(ReceivedEvent received, @Nullable KnownEventType type, List<Violation> violations) {}

    Judged judge(ReceivedEvent received) {
        CloudEvent event = received.event();
        if (event == null) {
            return new Judged(received, null, received.violations());
        }
        Optional<KnownEventType> type = types.find(event.getType());
        if (type.isEmpty()) {
            return refused(
                    received,
                    received.dataPlace().equals(received.place()) ? "header:ce-type" : received.place() + "/type",
                    "event.unknown-type",
                    "Expected an event type of the catalogue or a registered one, but \"%s\" is neither."
                            .formatted(event.getType()));
        }
        CloudEventData data = event.getData();
        if (data == null) {
            return refused(received, received.dataPlace(), "event.no-data", "Expected data, but the event has none.");
        }
        byte[] bytes = data.toBytes();
        if (bytes.length > LARGEST_EVENT_BYTES) {
            return refused(
                    received,
                    received.dataPlace(),
                    TOO_LARGE,
                    "Expected data of at most %d bytes, but there are %d."
                            .formatted(LARGEST_EVENT_BYTES, bytes.length));
        }
        return checked(received, type.get(), bytes);
    }

    private Judged checked(ReceivedEvent received, KnownEventType type, byte[] bytes) {
        Object tree;
        try {
            tree = ContractJson.events().readValue(bytes, Object.class);
        } catch (JacksonException malformed) {
            return refused(
                    received,
                    received.dataPlace(),
                    "event.not-json",
                    "Expected data in JSON, but it cannot be parsed.");
        }
        List<Violation> violations = types.violations(type, tree).stream()
                .map(found -> found.under(received.dataPlace()))
                .map(found -> new Violation(found.pointer(), "event-data." + found.code(), found.message()))
                .toList();
        return new Judged(received, type, violations);
    }

    private static Judged refused(ReceivedEvent received, String pointer, String code, String message) {
        return new Judged(received, null, List.of(new Violation(pointer, code, message)));
    }
}
