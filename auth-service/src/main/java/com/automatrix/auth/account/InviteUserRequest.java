package com.automatrix.auth.account;

import com.automatrix.platform.security.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is to get an account. */
record InviteUserRequest(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 100) String name,
        @NotEmpty Set<@NotNull Role> roles,

        @Nullable @Size(max = Groups.MOST)
        Set<@NotNull @Pattern(regexp = Groups.FORM, message = Groups.MESSAGE) String> groups) {}
