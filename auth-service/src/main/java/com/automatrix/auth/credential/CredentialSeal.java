package com.automatrix.auth.credential;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.time.Ids;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns credentials into rows that hold no secret in the clear, and back. */
@Component
class CredentialSeal {

    private static final Logger log = LoggerFactory.getLogger(CredentialSeal.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final CredentialCipher cipher;
    private final InstantSource clock;
    private final Ids ids;

    CredentialSeal(CredentialCipher cipher, InstantSource clock, Ids ids) {
        this.cipher = cipher;
        this.clock = clock;
        this.ids = ids;
    }

    Instant now() {
        return clock.instant();
    }

    StoredCredential fresh(AddCredentialRequest request, String author) {
        CredentialRules.check(request.value());
        var now = clock.instant();
        var id = ids.next();
        return new StoredCredential(
                id,
                request.name(),
                CredentialType.of(request.value()),
                Objects.requireNonNullElse(request.description(), "").strip(),
                CredentialType.shown(request.value()),
                sealed(id, request.value()),
                cipher.currentKeyId(),
                now,
                now,
                author,
                null,
                null);
    }

    StoredCredential changed(StoredCredential before, ChangeCredentialRequest request, String author) {
        var value = request.value();
        if (value != null) {
            CredentialRules.check(value);
        }
        return new StoredCredential(
                before.id(),
                before.name(),
                value == null ? before.type() : CredentialType.of(value),
                Objects.requireNonNullElse(request.description(), before.description())
                        .strip(),
                value == null ? before.shown() : CredentialType.shown(value),
                value == null ? before.sealed() : sealed(before.id(), value),
                value == null ? before.keyId() : cipher.currentKeyId(),
                before.createdAt(),
                clock.instant(),
                author,
                before.lastUsedAt(),
                before.lastUsedBy());
    }

    /** The same under the current key. */
    StoredCredential resealed(StoredCredential stored) {
        return new StoredCredential(
                stored.id(),
                stored.name(),
                stored.type(),
                stored.description(),
                stored.shown(),
                sealed(stored.id(), open(stored)),
                cipher.currentKeyId(),
                stored.createdAt(),
                stored.changedAt(),
                stored.changedBy(),
                stored.lastUsedAt(),
                stored.lastUsedBy());
    }

    boolean isCurrent(StoredCredential stored) {
        return stored.keyId().equals(cipher.currentKeyId());
    }

    boolean isUnreadable(StoredCredential stored) {
        return !cipher.knows(stored.keyId());
    }

    /** Throws {@link Unavailable}: a key that is missing may be configured again. */
    Credential open(StoredCredential stored) {
        try {
            var plain = cipher.decrypt(stored.keyId(), stored.id(), stored.sealed());
            return ContractJson.events().readValue(plain, Credential.class);
        } catch (GeneralSecurityException e) {
            log.error(
                    "credential cannot be decrypted name={} key={} because={}",
                    stored.name(),
                    stored.keyId(),
                    e.toString());
            throw new Unavailable(
                    "credential.unreadable",
                    "Expected to read the credential \"%s\", but its key is not configured.".formatted(stored.name()),
                    RETRY_AFTER,
                    e);
        }
    }

    private byte[] sealed(UUID id, Credential credential) {
        try {
            return cipher.encrypt(id, ContractJson.events().writeValueAsBytes(credential));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected to encrypt a credential, but the JDK cannot", e);
        }
    }
}
