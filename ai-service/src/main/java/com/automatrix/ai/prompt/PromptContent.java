package com.automatrix.ai.prompt;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a prompt says.
 *
 * @param instructions the author's words; {@code {{ name }}} stands for a variable that can only be a number, a
 *     truth value or one of a few words
 * @param variables a JSON Schema of an object; what is not named in the instructions goes as data, in a message of its own
 * @param outputSchema of the answer; null: a text
 * @param model the one that is asked when nobody names another; null: the configured one
 */
record PromptContent(
        @NotBlank @Size(max = 20_000) String instructions,
        @NotNull Map<String, Object> variables,
        @Nullable Map<String, Object> outputSchema,
        @Nullable @Size(max = 200) String model,
        @Nullable @Min(1) @Max(32_768) Long maxTokens,
        @Nullable @DecimalMin("0") @DecimalMax("2") Double temperature) {}
