package com.automatrix.ai.step;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.provider.Label;
import com.automatrix.ai.provider.Providers;
import com.automatrix.ai.provider.Task;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Usage;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs {@code ai.classify}: the label it finds is the handle that fires. */
@Component
final class ClassifyWorker implements StepWorker {

    private static final int MIN_LABELS = 2;

    private final AiCalls calls;
    private final Providers providers;
    private final AiStep step;

    ClassifyWorker(AiCalls calls, Providers providers, AiStep step) {
        this.calls = calls;
        this.providers = providers;
        this.step = step;
    }

    @Override
    public String type() {
        return "ai.classify";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return step.run(type(), request, ClassifyConfig.class, config -> classify(request, config));
    }

    private StepResult classify(StepRequested request, ClassifyConfig config) {
        List<Label> labels = config.knownLabels();
        if (labels.stream().map(Label::name).distinct().count() < MIN_LABELS) {
            return AiStep.invalidConfig("Expected at least two labels, but ai.classify has " + labels.size() + ".");
        }
        if (config.text() == null || config.text().isBlank()) {
            // Nothing was written, so there is nothing to be sure of and no reason to pay a model.
            return result(ClassifyConfig.UNSURE, 0, Map.of(), new Usage(null, 0, 0, null));
        }
        AiAnswer answer = calls.ask(AiCall.of(type(), Origin.of(request), config.messages())
                .withTask(new Task.Classify(labels))
                .withSchema(config.schema())
                .withModel(config.model()));
        return found(scores(answer.json()), confidenceMin(config, answer), answer.usage());
    }

    private double confidenceMin(ClassifyConfig config, AiAnswer answer) {
        Double asked = config.confidenceMin();
        return asked == null ? providers.target(answer.provider()).provider().confidenceMin() : asked;
    }

    private static StepResult found(Map<String, Double> scores, double confidenceMin, Usage usage) {
        var best = scores.entrySet().stream().max(Map.Entry.comparingByValue());
        double confidence = best.map(Map.Entry::getValue).orElse(0d);
        String label = best.filter(score -> score.getValue() >= confidenceMin)
                .map(Map.Entry::getKey)
                .orElse(ClassifyConfig.UNSURE);
        return result(label, confidence, scores, usage);
    }

    private static StepResult result(String label, double confidence, Map<String, Double> scores, Usage usage) {
        return new StepResult.Success(
                Map.of("label", label, "confidence", confidence, "scores", scores), List.of(label), usage);
    }

    private static Map<String, Double> scores(@Nullable Object json) {
        Map<String, Double> scores = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> answer && answer.get("labels") instanceof List<?> labels) {
            for (Object label : labels) {
                if (label instanceof Map<?, ?> named && named.get("confidence") instanceof Number confidence) {
                    scores.putIfAbsent(String.valueOf(named.get("label")), confidence.doubleValue());
                }
            }
        }
        return scores;
    }
}
