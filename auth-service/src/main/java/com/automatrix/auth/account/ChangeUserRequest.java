package com.automatrix.auth.account;

import com.automatrix.platform.security.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to change about a user; what is left out stays. */
record ChangeUserRequest(
        @Nullable @Size(max = 100) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        String name,

        @Nullable @Size(min = 1) Set<@NotNull Role> roles,

        @Nullable @Size(max = Groups.MOST)
        Set<@NotNull @Pattern(regexp = Groups.FORM, message = Groups.MESSAGE) String> groups,

        @Nullable Boolean isActive) {

    Account applyTo(Account account) {
        return new Account(
                account.id(),
                account.kind(),
                account.email(),
                name == null ? account.name() : name.strip(),
                account.passwordHash(),
                roles == null ? account.roles() : roles,
                groups == null ? account.groups() : groups,
                isActive == null ? account.isActive() : isActive,
                account.mustChangePassword(),
                account.createdAt(),
                account.lastSignInAt());
    }
}
