package com.automatrix.auth.account;

import com.automatrix.platform.security.Role;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as an administrator may see it.
 *
 * @param lastSignInAt null if never
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ManagedUserResponse(
        UUID id,
        String email,
        String name,
        List<Role> roles,
        List<String> groups,
        boolean isActive,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {

    static ManagedUserResponse of(Account account) {
        return new ManagedUserResponse(
                account.id(),
                account.email(),
                account.name(),
                account.roles().stream().sorted().toList(),
                account.groups().stream().sorted().toList(),
                account.isActive(),
                account.mustChangePassword(),
                account.createdAt(),
                account.lastSignInAt());
    }
}
