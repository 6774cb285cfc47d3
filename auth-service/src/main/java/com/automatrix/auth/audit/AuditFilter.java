package com.automatrix.auth.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for; what is null does not matter.
 *
 * @param actor the id of a user, or a part of the name
 * @param action the whole name, or its beginning such as {@code workflow}
 * @param subject the kind of thing, its id, or both as {@code workflow/0190…}
 * @param from the earliest moment, itself included
 * @param to the latest moment, itself included
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to) {}
