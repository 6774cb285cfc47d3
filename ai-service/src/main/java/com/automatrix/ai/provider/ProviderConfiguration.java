package com.automatrix.ai.provider;

import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.credential.CredentialFailure;
import com.automatrix.platform.credential.Credentials;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Knows who answers: the configured endpoints, and what runs inside this service. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    static final String OPENAI = "openai";

    @Bean
    BgeEmbedder localModel() {
        return new BgeEmbedder();
    }

    @Bean
    LocalProvider localProvider(AiProperties properties, BgeEmbedder localModel, InstantSource clock) {
        return new LocalProvider(localModel, properties, clock);
    }

    @Bean
    Providers providers(AiProperties properties, LocalProvider local, Credentials credentials) {
        List<Provider> all = new ArrayList<>();
        Map<String, String> models = new LinkedHashMap<>();
        endpoints(properties).forEach((name, endpoint) -> {
            all.add(new OpenAiProvider(name, endpoint, clients(endpoint, credentials)));
            models.put(name, endpoint.model());
        });
        all.add(local);
        models.put(Provider.LOCAL, LocalProvider.EMBEDDINGS);
        return new Providers(all, models);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> warmUp(Providers providers, LocalProvider local) {
        return ready -> {
            if (providers.target(null).provider() == local) {
                Thread.ofPlatform().daemon().name("model-warm-up").start(local::warmUp);
            }
        };
    }

    /** By name, the one that is asked by default first. */
    static Map<String, AiProperties.Endpoint> endpoints(AiProperties properties) {
        Map<String, AiProperties.Endpoint> all = new LinkedHashMap<>();
        if (properties.openai().isConfigured()) {
            all.put(OPENAI, properties.openai());
        }
        all.putAll(new TreeMap<>(properties.providers()));
        return all;
    }

    private static Supplier<OpenAIClient> clients(AiProperties.Endpoint endpoint, Credentials credentials) {
        Supplier<OpenAIClient> client = SingletonSupplier.of(() -> client(endpoint));
        if (endpoint.credential().isBlank()) {
            return client;
        }
        return () -> client.get().withOptions(options -> options.apiKey(key(credentials, endpoint.credential())));
    }

    private static String key(Credentials credentials, String name) {
        try {
            Credential found = credentials.get(name);
            return switch (found) {
                case Credential.Bearer(String token) -> token;
                case Credential.ApiKey apiKey -> apiKey.value();
                case Credential.Basic _, Credential.OAuth2Client _, Credential.SigningSecret _ ->
                    throw CredentialFailure.wrongType(name, Credential.ApiKey.class, found);
            };
        } catch (CredentialFailure failure) {
            throw failure.error().retryable()
                    ? ProviderException.passing(
                            failure.error().code(), failure.error().message(), failure)
                    : ProviderException.lasting(
                            failure.error().code(), failure.error().message(), failure);
        }
    }

    static OpenAIClient client(AiProperties.Endpoint endpoint) {
        var client = OpenAIOkHttpClient.builder()
                // A server that needs no key still gets the header that the client insists on.
                .apiKey(endpoint.apiKey().isBlank() ? "none" : endpoint.apiKey())
                .timeout(endpoint.timeout())
                // The engine retries by the step's own policy.
                .maxRetries(0);
        if (!endpoint.baseUrl().isBlank()) {
            client.baseUrl(endpoint.baseUrl());
        }
        if (!endpoint.organization().isBlank()) {
            client.organization(endpoint.organization());
        }
        return client.build();
    }
}
