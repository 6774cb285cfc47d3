package com.automatrix.execution.message;

import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.consent.Purpose;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which messages to list; what is null filters nothing. */
record MessageFilter(
        @Nullable MessageState state,
        @Nullable Channel channel,
        @Nullable Purpose purpose,
        @Nullable UUID executionId,
        @Nullable String personId,
        @Nullable String to) {

    /** As it stands in the address; what is missing or empty filters nothing. */
    record Request(
            @Nullable String state,
            @Nullable String channel,
            @Nullable String purpose,
            @Nullable String executionId,
            @Nullable String personId,
            @Nullable String to) {}

    /** @throws Invalid with {@code message.bad-filter} */
    static MessageFilter read(Request request) {
        return new MessageFilter(
                one("state", request.state(), MessageState.class),
                one("channel", request.channel(), Channel.class),
                one("purpose", request.purpose(), Purpose.class),
                uuid(request.executionId()),
                text(request.personId()),
                text(request.to()));
    }

    private static <E extends Enum<E>> @Nullable E one(String name, @Nullable String value, Class<E> type) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw refused(name, "Expected one of %s for %s, but got \"%s\".".formatted(known, name, text));
    }

    private static @Nullable UUID uuid(@Nullable String value) {
        String text = text(value);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw refused("executionId", "Expected the id of an execution, but got \"%s\".".formatted(text));
        }
    }

    private static @Nullable String text(@Nullable String value) {
        String text = value == null ? "" : value.replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }

    private static Invalid refused(String name, String message) {
        return new Invalid(
                "message.bad-filter", message, List.of(new Violation("?" + name, "message.bad-filter", message)));
    }
}
