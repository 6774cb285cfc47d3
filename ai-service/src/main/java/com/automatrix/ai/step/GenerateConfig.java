package com.automatrix.ai.step;

import com.automatrix.ai.provider.GenerateRequest;
import org.jspecify.annotations.Nullable;

/** The config of {@code ai.generate}. */
record GenerateConfig(
        @Nullable String prompt,
        @Nullable String text,
        @Nullable Long maxTokens,
        @Nullable Double temperature,
        @Nullable String model) {

    GenerateRequest asRequest() {
        return new GenerateRequest(prompt == null ? "" : prompt, text, maxTokens, temperature, model);
    }
}
