package com.automatrix.ai.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a model is asked to write.
 *
 * @param instructions by the author of the workflow
 * @param text the data to write about, sent in a message of its own; null when there is none
 * @param maxTokens of the answer; null: the provider's own limit
 * @param temperature from 0 to 2; null: the model's own default
 * @param model the provider's name of a model; null: the configured one
 */
public record GenerateRequest(
        String instructions,
        @Nullable String text,
        @Nullable Long maxTokens,
        @Nullable Double temperature,
        @Nullable String model) {}
