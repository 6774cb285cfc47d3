package com.automatrix.execution.consent;

import com.automatrix.contracts.message.EventRef;
import com.automatrix.contracts.wording.OptOutWords;
import com.automatrix.execution.trigger.EventObserver;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes from the dealership's events what they say about consent. */
@Component
final class ConsentEvents implements EventObserver {

    private static final String EVENT = "event";

    private final ConsentLedger ledger;
    private final InstantSource clock;

    ConsentEvents(ConsentLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void observe(EventRef event, @Nullable Object data) {
        if (!(data instanceof Map<?, ?> fields)) {
            return;
        }
        switch (event.type()) {
            case "com.automatrix.consent.changed.v1" -> changed(fields);
            case "com.automatrix.lead.received.v1" -> lead(fields);
            case "com.automatrix.message.inbound.v1" -> inbound(fields);
            default -> {}
        }
    }

    private void changed(Map<?, ?> data) {
        ledger.add(new ConsentChange(
                text(data.get("personId")),
                List.of(),
                Channel.valueOf(String.valueOf(data.get("channel"))),
                "ALL".equals(data.get("scope")) ? null : Purpose.valueOf(String.valueOf(data.get("purpose"))),
                ConsentState.valueOf(String.valueOf(data.get("state"))),
                String.valueOf(data.get("source")),
                text(data.get("evidence")),
                time(data.get("at")),
                EVENT));
    }

    /** A lead says what its document says, and nothing about what it does not. */
    private void lead(Map<?, ?> data) {
        if (!(data.get("consents") instanceof List<?> consents)) {
            return;
        }
        Map<?, ?> person = person(data);
        for (Object consent : consents) {
            if (consent instanceof Map<?, ?> said && !"UNKNOWN".equals(said.get("state"))) {
                Channel channel = Channel.valueOf(String.valueOf(said.get("channel")));
                add(new ConsentChange(
                        text(person.get("personId")),
                        Addresses.of(person, channel),
                        channel,
                        Purpose.valueOf(String.valueOf(said.get("purpose"))),
                        ConsentState.valueOf(String.valueOf(said.get("state"))),
                        "lead " + data.get("leadId"),
                        text(said.get("evidence")),
                        time(data.get("receivedAt")),
                        EVENT));
            }
        }
    }

    private void inbound(Map<?, ?> data) {
        Optional<Channel> channel = Arrays.stream(Channel.values())
                .filter(known -> known.name().equals(data.get("channel")))
                .findFirst();
        String words = text(data.get("text"));
        if (channel.isEmpty() || words == null || !OptOutWords.isOptOut(words)) {
            return;
        }
        Map<?, ?> person = person(data);
        add(new ConsentChange(
                text(person.get("personId")),
                Addresses.of(person, channel.get()),
                channel.get(),
                null,
                ConsentState.REVOKED,
                "message " + data.get("messageId"),
                words.length() > 500 ? words.substring(0, 500) : words,
                time(data.get("receivedAt")),
                EVENT));
    }

    /** Without an id and an address there is nobody to remember it of. */
    private void add(ConsentChange change) {
        if (change.personId() != null || !change.addresses().isEmpty()) {
            ledger.add(change);
        }
    }

    private static Map<?, ?> person(Map<?, ?> data) {
        return data.get("person") instanceof Map<?, ?> person ? person : Map.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private Instant time(@Nullable Object value) {
        try {
            return OffsetDateTime.parse(String.valueOf(value)).toInstant();
        } catch (DateTimeException unreadable) {
            return clock.instant();
        }
    }
}
