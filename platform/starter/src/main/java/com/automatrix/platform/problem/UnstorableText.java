package com.automatrix.platform.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a text that PostgreSQL cannot keep, because a NUL character is in it, from what is our own fault. */
final class UnstorableText {

    /** SQLSTATE: a character that the database's encoding does not have, as a byte or escaped in JSON. */
    private static final Set<String> REFUSED = Set.of("22021", "22P05");

    private UnstorableText() {}

    /** Null unless the database refused a character. */
    static @Nullable Invalid in(@Nullable SQLException cause) {
        if (cause == null || !REFUSED.contains(String.valueOf(cause.getSQLState()))) {
            return null;
        }
        String message = "Expected texts without the character NUL (U+0000), but there is one: take it out.";
        return new Invalid(
                "request.nul-character", message, List.of(new Violation("", "request.nul-character", message)));
    }
}
