package com.automatrix.auth.account;

import com.automatrix.platform.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param email in lower case; no two accounts share one
 * @param passwordHash Argon2id in its encoded form
 */
public record Account(
        UUID id,
        Kind kind,
        String email,
        String name,
        String passwordHash,
        Set<Role> roles,
        boolean isActive,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {

    /** A person, or the credential of the local command line. */
    public enum Kind {
        PERSON,
        SCRIPT
    }

    public Account {
        roles = Set.copyOf(roles);
    }

    boolean isActiveAdministrator() {
        return kind == Kind.PERSON && isActive && roles.contains(Role.ADMIN);
    }

    @Override
    public String toString() {
        return "Account[id=%s]".formatted(id);
    }
}
