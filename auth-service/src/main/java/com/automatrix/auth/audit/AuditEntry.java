package com.automatrix.auth.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail.
 *
 * @param detail JSON: what changed, or what else there is to know
 */
record AuditEntry(
        UUID id,
        Instant at,
        Actor actor,
        String action,
        Subject subject,
        String service,
        @JsonRawValue @JsonInclude @Nullable String detail,
        String correlationId) {

    /** @param id null for the system itself, or somebody who could not sign in */
    record Actor(@Nullable UUID id, String name) {}

    /** @param name null if the trail does not know it */
    record Subject(String type, String id, @Nullable String name) {}
}
