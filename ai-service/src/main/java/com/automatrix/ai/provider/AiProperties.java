package com.automatrix.ai.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who answers the AI steps.
 *
 * @param openai the endpoint that is asked by default; used when it has a key, a credential or a base URL
 * @param providers further endpoints by the names that steps give them
 * @param local the models that run inside this service
 */
@Validated
@ConfigurationProperties("automatrix.ai")
record AiProperties(
        @Valid @DefaultValue Endpoint openai,
        @DefaultValue Map<String, @Valid Endpoint> providers,
        @Valid @DefaultValue Local local) {

    AiProperties {
        providers = Map.copyOf(providers);
    }

    /**
     * An endpoint that speaks OpenAI's API.
     *
     * @param apiKey empty for servers that need none
     * @param credential the name of a credential of auth-service that holds the key; goes before {@code apiKey}
     * @param baseUrl empty for OpenAI's own
     * @param model what is asked when a step names none
     * @param models further models, for people to choose from
     * @param timeout of one answer, its last byte included
     * @param structuredOutput whether it accepts a JSON Schema; else the schema is put into the instructions
     * @param confidenceMin below it a classification is unsure, when the step says nothing
     * @param concurrency how many requests it is sent at once
     * @param requestsPerMinute how many it is sent in a minute; 0: as many as there are
     */
    record Endpoint(
            @DefaultValue("") String apiKey,
            @DefaultValue("") String credential,
            @DefaultValue("") String baseUrl,
            @DefaultValue("") String organization,
            @DefaultValue("gpt-5-mini") String model,
            @DefaultValue List<String> models,
            @DefaultValue("PT30S") Duration timeout,
            @DefaultValue("true") boolean structuredOutput,

            @DefaultValue("0.6") @DecimalMin("0") @DecimalMax("1")
            double confidenceMin,

            @DefaultValue("256") @Min(1) int concurrency,
            @DefaultValue("0") @Min(0) int requestsPerMinute) {

        Endpoint {
            models = List.copyOf(models);
        }

        boolean isConfigured() {
            return !apiKey.isBlank() || !credential.isBlank() || !baseUrl.isBlank();
        }
    }

    /**
     * The models of this service.
     *
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
