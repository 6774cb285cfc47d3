package com.automatrix.ai.prompt;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test of a prompt.
 *
 * @param contains what must be in the answer, in any letters
 * @param excludes what must not be
 * @param schema that the answer must fit, beside the prompt's own
 * @param label that the answer must be or, in an answer with fields, that one of them must have
 */
record PromptCase(
        @NotBlank @Size(max = 120) String name,
        @NotNull Map<String, @Nullable Object> variables,
        @Nullable @Size(max = 20) List<@NotBlank String> contains,
        @Nullable @Size(max = 20) List<@NotBlank String> excludes,
        @Nullable Map<String, Object> schema,
        @Nullable String label) {}
