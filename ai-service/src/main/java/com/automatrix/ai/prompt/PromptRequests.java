package com.automatrix.ai.prompt;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked of the prompts' door, and what it answers. */
final class PromptRequests {

    private PromptRequests() {}

    /** @param basedOn the version that was changed; null for a new prompt */
    record Save(
            @NotBlank @Size(max = 120) String name,
            @Nullable @Size(max = 2_000) String description,
            @NotNull @Valid PromptContent content,
            @Nullable @Size(max = 500) String note,
            @Nullable @Min(1) Integer basedOn) {}

    /** @param content what to use instead of a stored version, such as a draft */
    record Preview(
            @NotNull Map<String, @Nullable Object> variables,
            @Nullable Integer version,
            @Nullable @Valid PromptContent content) {}

    record Try(
            @NotNull Map<String, @Nullable Object> variables,
            @Nullable Integer version,
            @Nullable @Valid PromptContent content,
            @NotNull @Size(min = 1, max = 6) List<@NotBlank @Size(max = 200) String> models) {}

    /** @param name of the test; null: one that says which call it is of */
    record FromCall(
            @NotNull UUID callId,
            @Nullable @Size(min = 1, max = 120) String name) {}

    /**
     * @param model see {@link com.automatrix.ai.provider.Providers#target}; null: the prompt's
     * @param content what to test instead of a stored version, such as a draft
     */
    record Run(
            @Nullable Integer version,
            @Nullable @Size(max = 200) String model,
            @Nullable @Valid PromptContent content) {}

    /** @param lastRun null: they were never run */
    record Cases(List<StoredCase> items, @Nullable PromptRun lastRun) {}

    record Response(
            UUID id,
            String name,
            String description,
            int version,
            PromptContent content,
            Instant createdAt,
            Instant changedAt,
            String changedBy) {}
}
