package com.automatrix.platform.page;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sorted list: the values of the sort columns of the last row that was shown.
 *
 * <p>Its text form is opaque to callers (base64url without padding). A text that was not made here is refused with the
 * code {@code page.bad-cursor}.
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        parts = List.copyOf(parts);
    }

    /** A cursor of the given sort values, in the order of the sort columns; each is kept as its text form. */
    public static Cursor of(Object... values) {
        var parts = new ArrayList<String>(values.length);
        for (var value : values) {
            parts.add(value.toString());
        }
        return new Cursor(parts);
    }

    /**
     * Reads a cursor as it came in a request.
     *
     * @param text null or empty for the first page
     * @param size how many parts it must have
     * @throws Invalid with {@code page.bad-cursor} if it is not a cursor of that size
     */
    public static Optional<Cursor> read(@Nullable String text, int size) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = List.of(decoded.split(SEPARATOR, -1));
            if (parts.size() == size) {
                return Optional.of(new Cursor(parts));
            }
        } catch (IllegalArgumentException notBase64) {
            throw unreadable();
        }
        throw unreadable();
    }

    /** The opaque form for a response. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    public String string(int index) {
        return parts.get(index);
    }

    /**
     * One part as a UUID.
     *
     * @throws Invalid with {@code page.bad-cursor} if it is none
     */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(parts.get(index));
        } catch (IllegalArgumentException notAnId) {
            throw unreadable();
        }
    }

    /**
     * One part as an instant in ISO-8601.
     *
     * @throws Invalid with {@code page.bad-cursor} if it is none
     */
    public Instant instant(int index) {
        try {
            return Instant.parse(parts.get(index));
        } catch (java.time.DateTimeException notATime) {
            throw unreadable();
        }
    }

    /**
     * One part as a whole number.
     *
     * @throws Invalid with {@code page.bad-cursor} if it is none
     */
    public long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException notANumber) {
            throw unreadable();
        }
    }

    private static Invalid unreadable() {
        var message = "Expected a cursor from an earlier page, but it is none.";
        return new Invalid("page.bad-cursor", message, List.of(new Violation("?cursor", "page.bad-cursor", message)));
    }
}
