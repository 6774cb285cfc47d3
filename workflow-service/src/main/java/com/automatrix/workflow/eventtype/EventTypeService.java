package com.automatrix.workflow.eventtype;

import com.automatrix.contracts.event.RegisteredEventType;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.Violation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the dealer's own event types and tells the other services of every change. */
@Service
class EventTypeService {

    private static final Logger log = LoggerFactory.getLogger(EventTypeService.class);
    private static final String SUBJECT = "event-type";

    private final EventTypeStore store;
    private final EventTypeRules rules = new EventTypeRules();
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    EventTypeService(EventTypeStore store, Outbox outbox, Audit audit, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Registers a new type; a repeat of the same changes nothing. Whether it is new. */
    @Transactional
    boolean register(RegisteredEventType type, String author) {
        rules.check(type);
        Optional<RegisteredEventType> before = store.find(type.type());
        if (before.isPresent() && !before.get().equals(type)) {
            throw new Conflict(
                    "event-type.exists",
                    "Expected a new event type, but \"%s\" is registered already. Replace it with PUT."
                            .formatted(type.type()));
        }
        if (before.isEmpty()) {
            keep(type, author);
            audit.record("event-type.registered", SUBJECT, type.type(), null, type);
        }
        return before.isEmpty();
    }

    /** Replaces a type that is there. */
    @Transactional
    void replace(String name, RegisteredEventType type, String author) {
        if (!name.equals(type.type())) {
            throw new Invalid(
                    "event-type.other-type",
                    "Expected the event type of the address, but the body has another one.",
                    List.of(new Violation(
                            "/type",
                            "event-type.other-type",
                            "Expected \"%s\", but it is \"%s\".".formatted(name, type.type()))));
        }
        RegisteredEventType before = find(name);
        rules.check(type);
        if (!before.equals(type)) {
            keep(type, author);
            audit.record("event-type.changed", SUBJECT, name, before, type);
        }
    }

    /** Removes a type that starts no published workflow; its events then pass unchecked. */
    @Transactional
    void remove(String name) {
        RegisteredEventType before = find(name);
        List<String> users = store.publishedWorkflowsWith(name);
        if (!users.isEmpty()) {
            throw new Conflict(
                    "event-type.in-use",
                    "Expected an event type that starts no published workflow, but \"%s\" starts: %s."
                            .formatted(name, String.join(", ", users)));
        }
        store.remove(name);
        outbox.appendTombstone(Topics.EVENT_TYPES, name);
        audit.record("event-type.removed", SUBJECT, name, before, null);
        log.info("event type removed type={}", name);
    }

    private void keep(RegisteredEventType type, String author) {
        store.put(type, author, clock.instant());
        outbox.append(Topics.EVENT_TYPES, type.type(), MessageTypes.EVENT_TYPE_REGISTERED, type);
        log.info("event type registered type={} topic={}", type.type(), type.topic());
    }

    private RegisteredEventType find(String name) {
        return store.find(name).orElseThrow(() -> notFound(name));
    }

    static NotFound notFound(String name) {
        return new NotFound(
                "event-type.not-found", "Expected an event type \"%s\", but there is none.".formatted(name));
    }
}
