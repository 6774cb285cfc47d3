package com.automatrix.ai.provider;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Usage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers inside this service, without a language model; what it cannot do it refuses. */
final class LocalProvider implements Provider {

    static final String EMBEDDINGS = "bge-small-en-v1.5";

    private final Similarities similarities;
    private final double confidenceMin;

    LocalProvider(Similarities similarities, double confidenceMin) {
        this.similarities = similarities;
        this.confidenceMin = confidenceMin;
    }

    @Override
    public String name() {
        return LOCAL;
    }

    @Override
    public double confidenceMin() {
        return confidenceMin;
    }

    @Override
    public ModelAnswer ask(ModelRequest request) {
        String data = request.messages().stream()
                .filter(message -> message.role() == Message.Role.DATA)
                .map(Message::text)
                .collect(Collectors.joining("\n"));
        return switch (request.task()) {
            case Task.Classify(List<Label> labels) -> classify(data, labels);
            case Task.Write _ -> throw unable("write");
            case Task.Extract _ -> throw unable("extract");
            case Task.Summarize _ -> throw unable("summarise");
        };
    }

    void warmUp() {
        similarities.warmUp();
    }

    private ModelAnswer classify(String data, List<Label> labels) {
        List<Map<String, Object>> found = similarities.of(data, labels).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(score -> Map.<String, Object>of("label", score.getKey(), "confidence", score.getValue()))
                .toList();
        return new ModelAnswer(
                ContractJson.events().writeValueAsString(Map.of("labels", found)),
                new Usage(LOCAL + "/" + EMBEDDINGS, 0, 0, null));
    }

    private static ProviderException unable(String verb) {
        return ProviderException.lasting(
                "ai.not-configured",
                "Expected a model that can " + verb + ", but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set for"
                        + " ai-service, and what runs inside it cannot.",
                null);
    }
}
