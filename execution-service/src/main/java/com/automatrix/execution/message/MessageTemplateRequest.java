package com.automatrix.execution.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A text to store.
 *
 * @param name needed for a new one; a stored one keeps its own
 * @param version the one that is changed, so that nobody's change is lost; null changes any
 */
record MessageTemplateRequest(
        @Nullable
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}", message = "must be in small letters, such as car-is-ready")
        String name,

        @NotBlank @Size(max = 300) String subject,
        @NotBlank @Size(max = 20_000) String text,
        @Nullable @Size(max = 200_000) String html,
        @Nullable Integer version) {}
