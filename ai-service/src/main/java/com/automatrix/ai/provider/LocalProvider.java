package com.automatrix.ai.provider;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Usage;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers inside this service, without a language model; what it cannot do it refuses. */
final class LocalProvider implements Provider {

    static final String EMBEDDINGS = "bge-small-en-v1.5";
    static final String RULES = "rules";

    private final Embedder embedder;
    private final Similarities similarities;
    private final AiProperties properties;
    private final InstantSource clock;

    LocalProvider(Embedder embedder, AiProperties properties, InstantSource clock) {
        this.embedder = embedder;
        this.similarities = new Similarities(embedder, properties.local());
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return LOCAL;
    }

    @Override
    public double confidenceMin() {
        return properties.local().confidenceMin();
    }

    @Override
    public List<String> models() {
        return List.of(EMBEDDINGS);
    }

    @Override
    public ModelAnswer ask(ModelRequest request) {
        String data = request.messages().stream()
                .filter(message -> message.role() == Message.Role.DATA)
                .map(Message::text)
                .collect(Collectors.joining("\n"));
        return switch (request.task()) {
            case Task.Classify(List<Label> labels) -> answer(EMBEDDINGS, json(classified(data, labels)));
            case Task.Extract _ -> answer(RULES, json(extracted(data, request.schema())));
            case Task.Summarize(int sentences) ->
                answer(EMBEDDINGS, String.join("\n", ExtractiveSummary.of(data, sentences, embedder)));
            case Task.Write _, Task.Act _ -> throw unable();
        };
    }

    /** Loads the model, which takes seconds, so that the first message does not wait for it. */
    void warmUp() {
        embedder.embed("Is this car still available?");
    }

    private Map<String, Object> classified(String data, List<Label> labels) {
        List<Map<String, Object>> found = similarities.of(data, labels).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(score -> Map.<String, Object>of("label", score.getKey(), "confidence", score.getValue()))
                .toList();
        return Map.of("labels", found);
    }

    private Map<String, @Nullable Object> extracted(String data, @Nullable Map<String, Object> schema) {
        return LocalExtraction.of(data, schema == null ? Map.of() : schema, clock.instant());
    }

    private static ModelAnswer answer(String model, String text) {
        return new ModelAnswer(text, new Usage(LOCAL + "/" + model, 0, 0, null));
    }

    private static String json(Map<String, ?> tree) {
        return ContractJson.events().writeValueAsString(tree);
    }

    private ProviderException unable() {
        boolean isAlone = ProviderConfiguration.endpoints(properties).isEmpty();
        return isAlone
                ? ProviderException.lasting(
                        "ai.not-configured",
                        "Expected a model that can write, but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set for"
                                + " ai-service; the local model can classify, extract and summarise only.",
                        null)
                : ProviderException.lasting(
                        "ai.unsupported",
                        "Expected a model that can write, but the local one can classify, extract and summarise only.",
                        null);
    }
}
