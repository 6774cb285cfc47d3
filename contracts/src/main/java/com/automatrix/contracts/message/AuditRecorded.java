package com.automatrix.contracts.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did something that the dealership may be asked about. Key: the entry's id.
 *
 * @param actorId null for the system itself, or somebody who could not sign in
 * @param action past tense, such as {@code workflow.published}
 * @param subjectType what kind of thing was changed, such as {@code workflow}
 * @param service whose audit log the entry comes from
 * @param before as it was, without secrets; null if it did not exist, or is too large to be sent
 * @param after as it is now, likewise
 */
public record AuditRecorded(
        UUID id,
        Instant at,
        @Nullable UUID actorId,
        String actorName,
        String action,
        String subjectType,
        String subjectId,
        String service,
        @Nullable Object before,
        @Nullable Object after,
        String correlationId) {}
