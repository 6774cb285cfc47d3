package com.automatrix.execution.deadletter;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which dead letters to list; what is null filters nothing. */
record DeadLetterFilter(
        @Nullable DeadLetterState state,
        @Nullable String topic,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to) {

    private static final String CODE = "dead-letter.bad-filter";

    /** As it stands in the address; what is missing or empty filters nothing. */
    record Request(
            @Nullable String state,
            @Nullable String topic,
            @Nullable String reason,
            @Nullable String from,
            @Nullable String to) {}

    /** @throws Invalid with {@code dead-letter.bad-filter} */
    static DeadLetterFilter read(Request request) {
        return new DeadLetterFilter(
                state(text(request.state())),
                text(request.topic()),
                text(request.reason()),
                instant("from", text(request.from())),
                instant("to", text(request.to())));
    }

    /** What can be found must not tell what the reasons say to those who may not see them. */
    DeadLetterFilter withoutPersonalData() {
        return new DeadLetterFilter(state, topic, null, from, to);
    }

    private static @Nullable DeadLetterState state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<DeadLetterState> known = List.of(DeadLetterState.values());
        return known.stream()
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refused(
                        "state",
                        "Expected one of %s for state, but got \"%s\"."
                                .formatted(Arrays.toString(DeadLetterState.values()), text)));
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw refused(
                    name, "Expected a time such as 2026-05-01T14:00:00Z for %s, but got \"%s\".".formatted(name, text));
        }
    }

    /** PostgreSQL takes no NUL characters. */
    private static @Nullable String text(@Nullable String value) {
        String text = value == null ? "" : value.replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }

    private static Invalid refused(String name, String message) {
        return new Invalid(CODE, message, List.of(new Violation("?" + name, CODE, message)));
    }
}
