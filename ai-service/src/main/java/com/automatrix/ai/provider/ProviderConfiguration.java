package com.automatrix.ai.provider;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Chooses who answers: the configured endpoint, else the local model. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    @Bean
    BgeEmbedder localModel() {
        return new BgeEmbedder();
    }

    @Bean
    Classifier classifier(AiProperties properties, OpenAiChat chat, JsonMapper json, BgeEmbedder localModel) {
        return properties.openai().isConfigured()
                ? new OpenAiClassifier(chat, properties.openai().confidenceMin(), json)
                : new LocalClassifier(localModel, properties.local());
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> warmUp(Classifier classifier) {
        return ready -> {
            if (classifier instanceof LocalClassifier local) {
                Thread.ofPlatform().daemon().name("model-warm-up").start(local::warmUp);
            }
        };
    }

    @Bean
    Generator generator(AiProperties properties, OpenAiChat chat) {
        return properties.openai().isConfigured() ? new OpenAiGenerator(chat) : new MissingGenerator();
    }

    @Bean
    OpenAiChat openAiChat(AiProperties properties) {
        return new OpenAiChat(SingletonSupplier.of(() -> client(properties.openai())), properties.openai());
    }

    static OpenAIClient client(AiProperties.OpenAi properties) {
        var client = OpenAIOkHttpClient.builder()
                // A server that needs no key still gets the header that the client insists on.
                .apiKey(properties.apiKey().isBlank() ? "none" : properties.apiKey())
                .timeout(properties.timeout())
                // The engine retries by the step's own policy.
                .maxRetries(0);
        if (!properties.baseUrl().isBlank()) {
            client.baseUrl(properties.baseUrl());
        }
        if (!properties.organization().isBlank()) {
            client.organization(properties.organization());
        }
        return client.build();
    }
}
