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
 * @param groups the departments and positions that tasks are given to, as the dealership has named them
 * @param passwordHash Argon2id in its encoded form
 */
public record Account(
        UUID id,
        Kind kind,
        String email,
        String name,
        String passwordHash,
        Set<Role> roles,
        Set<String> groups,
        boolean isActive,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {

    /** A person, the credential of the local command line, or another system. */
    public enum Kind {
        PERSON,
        SCRIPT,
        SERVICE
    }

    public Account {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /** The same account in these groups. */
    Account in(Set<String> others) {
        return new Account(
                id,
                kind,
                email,
                name,
                passwordHash,
                roles,
                others,
                isActive,
                mustChangePassword,
                createdAt,
                lastSignInAt);
    }

    boolean isActiveAdministrator() {
        return kind == Kind.PERSON && isActive && roles.contains(Role.ADMIN);
    }

    @Override
    public String toString() {
        return "Account[id=%s]".formatted(id);
    }
}
