package com.automatrix.ai.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who answers the AI steps.
 *
 * @param openai an OpenAI-compatible endpoint; used when it has a key or a base URL
 * @param local the embedding model that runs inside this service
 */
@Validated
@ConfigurationProperties("automatrix.ai")
record AiProperties(
        @Valid @DefaultValue OpenAi openai,
        @Valid @DefaultValue Local local) {

    /**
     * @param apiKey empty for servers that need none
     * @param baseUrl empty for OpenAI's own
     * @param model what is asked when a step names none
     * @param timeout of one call
     * @param confidenceMin below it a classification is unsure, when the step says nothing
     */
    record OpenAi(
            @DefaultValue("") String apiKey,
            @DefaultValue("") String baseUrl,
            @DefaultValue("") String organization,
            @DefaultValue("gpt-5-mini") String model,
            @DefaultValue("PT30S") Duration timeout,

            @DefaultValue("0.6") @DecimalMin("0") @DecimalMax("1")
            double confidenceMin) {

        boolean isConfigured() {
            return !apiKey.isBlank() || !baseUrl.isBlank();
        }
    }

    /**
     * @param confidenceMin below it a classification is unsure, when the step says nothing
     * @param temperature of the softmax that turns similarities into confidences: the smaller, the bolder
     * @param nearest how many of a label's examples count: the mean of the most similar ones is its score
     */
    record Local(
            @DefaultValue("0.5") @DecimalMin("0") @DecimalMax("1")
            double confidenceMin,

            @DefaultValue("0.04") @DecimalMin("0.001") double temperature,
            @DefaultValue("2") int nearest) {}
}
