package com.automatrix.auth.account;

import com.automatrix.platform.security.Role;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account of another system, as an administrator may see it.
 *
 * @param email what it signs in with, beside its secret
 * @param lastSignInAt null if never
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ServiceAccountResponse(
        UUID id,
        String name,
        String email,
        List<Role> roles,
        boolean isActive,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {

    static ServiceAccountResponse of(Account account) {
        return new ServiceAccountResponse(
                account.id(),
                account.name(),
                account.email(),
                account.roles().stream().sorted().toList(),
                account.isActive(),
                account.createdAt(),
                account.lastSignInAt());
    }
}
