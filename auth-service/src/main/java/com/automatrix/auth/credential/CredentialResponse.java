package com.automatrix.auth.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A credential as an administrator may see it: never what is secret about it.
 *
 * @param parts what is no secret, such as a user name
 * @param lastUsedAt null if never
 * @param lastUsedBy the service that used it last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CredentialResponse(
        String name,
        CredentialType type,
        String description,
        Map<String, String> parts,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedBy) {

    static CredentialResponse of(StoredCredential stored) {
        return new CredentialResponse(
                stored.name(),
                stored.type(),
                stored.description(),
                stored.shown(),
                stored.createdAt(),
                stored.changedAt(),
                stored.changedBy(),
                stored.lastUsedAt(),
                stored.lastUsedBy());
    }
}
