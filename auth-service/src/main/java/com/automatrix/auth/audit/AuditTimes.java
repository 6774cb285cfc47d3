package com.automatrix.auth.audit;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moments as they come in requests. */
final class AuditTimes {

    private AuditTimes() {}

    /**
     * A moment of a filter; null and empty are none.
     *
     * @throws Invalid with {@code audit.bad-time} if it is none
     */
    static @Nullable Instant read(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAMoment) {
            String message = "Expected a moment such as 2026-05-01T08:00:00Z, but " + name + " is none.";
            throw new Invalid("audit.bad-time", message, List.of(new Violation("?" + name, "audit.bad-time", message)));
        }
    }

    static Instant ofCursor(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAMoment) {
            throw new Invalid("page.bad-cursor", "Expected a cursor that was given with a page, but this is none.");
        }
    }
}
