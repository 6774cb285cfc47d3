package com.automatrix.ai.provider;

import com.automatrix.testkit.ai.ScriptedAi;
import com.openai.client.OpenAIClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The real providers, the endpoint's being a scripted server. */
public final class TestProviders {

    private static final BgeEmbedder EMBEDDER = new BgeEmbedder();

    private TestProviders() {}

    /** The endpoint {@code openai} first, then what runs in the service. */
    public static Providers of(ScriptedAi server, Duration timeout) {
        return new Providers(
                List.of(openAi(endpoint(server.url(), timeout)), local(server.url())),
                Map.of("openai", "scripted-ok", Provider.LOCAL, LocalProvider.EMBEDDINGS));
    }

    static OpenAiProvider openAi(AiProperties.Endpoint endpoint) {
        OpenAIClient client = ProviderConfiguration.client(endpoint);
        return new OpenAiProvider("openai", endpoint, () -> client);
    }

    static LocalProvider local(String url) {
        var properties = new AiProperties(endpoint(url, Duration.ofSeconds(1)), Map.of(), local());
        return new LocalProvider(EMBEDDER, properties, InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z")));
    }

    static AiProperties.Local local() {
        return new AiProperties.Local(0.5, 0.04, 2);
    }

    static AiProperties.Endpoint endpoint(String url, Duration timeout) {
        return new AiProperties.Endpoint(
                "key", "", url, "", "scripted-ok", List.of("scripted-429"), timeout, true, 0.6, 256, 0);
    }
}
