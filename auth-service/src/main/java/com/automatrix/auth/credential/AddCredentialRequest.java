package com.automatrix.auth.credential;

import com.automatrix.platform.credential.Credential;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A new credential.
 *
 * @param name as workflows name it
 * @param value its kind and its parts, such as {@code {"type": "BEARER", "token": "…"}}
 */
record AddCredentialRequest(
        @NotNull
        @Pattern(
                regexp = "[A-Za-z][A-Za-z0-9._-]{0,62}",
                message = "Expected a letter, then at most 62 letters, digits, dots, dashes and underscores")
        String name,

        @Nullable @Size(max = 500) String description,
        @NotNull Credential value) {}
