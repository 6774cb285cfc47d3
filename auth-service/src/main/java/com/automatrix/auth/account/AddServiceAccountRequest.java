package com.automatrix.auth.account;

import com.automatrix.platform.security.Role;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;

/** Which system is to get an account. */
record AddServiceAccountRequest(
        @NotNull
        @Pattern(
                regexp = "[a-z][a-z0-9-]{1,62}",
                message = "Expected a small letter, then at most 62 small letters, digits and dashes")
        String name,

        @NotEmpty Set<@NotNull Role> roles) {}
