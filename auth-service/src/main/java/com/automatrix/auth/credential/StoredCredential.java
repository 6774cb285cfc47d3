package com.automatrix.auth.credential;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential as its row has it.
 *
 * @param shown the parts that are no secret
 * @param sealed the whole credential, encrypted
 * @param keyId under which key
 * @param changedBy the name of who wrote it last
 * @param lastUsedAt null if never
 * @param lastUsedBy the service that asked for it
 */
// Compared by nobody; the array goes straight from and to the driver.
@SuppressWarnings("ArrayRecordComponent")
record StoredCredential(
        UUID id,
        String name,
        CredentialType type,
        String description,
        Map<String, String> shown,
        byte[] sealed,
        String keyId,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedBy) {

    @Override
    public String toString() {
        return "StoredCredential[name=%s, type=%s]".formatted(name, type);
    }
}
