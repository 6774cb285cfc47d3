package com.automatrix.execution.history;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; each that cannot be read is refused with {@code execution.bad-filter} and a sentence. */
public final class Parameters {

    private Parameters() {}

    /** Null if there is none; PostgreSQL takes no NUL characters. */
    public static @Nullable String text(@Nullable String value) {
        String text = value == null ? "" : value.replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }

    public static @Nullable WorkflowId workflowId(@Nullable String value) {
        String text = text(value);
        try {
            return text == null ? null : new WorkflowId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw refused("workflowId", "Expected the id of a workflow, but got \"%s\".".formatted(text));
        }
    }

    public static @Nullable Integer version(@Nullable String value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw refused("version", "Expected a version, counted from 1, but got \"%s\".".formatted(text));
        }
        return Integer.valueOf(text);
    }

    public static @Nullable Instant instant(String name, @Nullable String value) {
        String text = text(value);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw refused(
                    name, "Expected a time such as 2026-05-01T14:00:00Z for %s, but got \"%s\".".formatted(name, text));
        }
    }

    /** A zone by its name, which PostgreSQL reads as Java does; it reads offsets the other way round. */
    public static @Nullable ZoneId zone(@Nullable String value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw refused("zone", "Expected a time zone such as America/Toronto, but got \"%s\".".formatted(text));
        }
        return ZoneId.of(text);
    }

    public static <E extends Enum<E>> @Nullable E one(String name, @Nullable String value, Class<E> type) {
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

    public static Invalid refused(String name, String message) {
        return new Invalid(
                "execution.bad-filter", message, List.of(new Violation("?" + name, "execution.bad-filter", message)));
    }
}
