package com.automatrix.auth.account;

import com.automatrix.platform.security.Role;
import java.util.List;
import java.util.UUID;

/** A user as the user may see it. */
public record UserResponse(
        UUID id,
        String email,
        String name,
        List<Role> roles,
        List<String> groups,
        boolean isActive,
        boolean mustChangePassword) {

    public static UserResponse of(Account account) {
        return new UserResponse(
                account.id(),
                account.email(),
                account.name(),
                account.roles().stream().sorted().toList(),
                account.groups().stream().sorted().toList(),
                account.isActive(),
                account.mustChangePassword());
    }
}
