package com.automatrix.ai.step;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.provider.Label;
import com.automatrix.ai.provider.Providers;
import com.automatrix.ai.provider.Task;
import com.automatrix.ai.rule.KeywordRules;
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
    public String bulkhead(StepRequested request) {
        return step.bulkhead(request);
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
        Material material = config.material();
        if (material.isEmpty()) {
            // Nothing was written, so there is nothing to be sure of and no reason to pay a model.
            return decided(ClassifyConfig.UNSURE, 0, Map.of());
        }
        // What no model may overlook is decided by words, whatever a model would say.
        var rule = KeywordRules.decide(
                material.asText(), labels.stream().map(Label::name).toList());
        if (rule.isPresent()) {
            return decided(rule.get(), 1, Map.of(rule.get(), 1d));
        }
        Fallback fallback = config.fallback() == null ? Fallback.NONE : config.fallback();
        AiAnswer answer = calls.ask(step.call(request, config, config.messages())
                .withTask(new Task.Classify(labels))
                .withSchema(config.schema())
                .withFallback(fallback.chain())
                .withCache(Boolean.TRUE.equals(config.cache())));
        return found(config, answer);
    }

    private double confidenceMin(ClassifyConfig config, AiAnswer answer) {
        Double asked = config.confidenceMin();
        return asked == null ? providers.target(answer.provider()).provider().confidenceMin() : asked;
    }

    private StepResult found(ClassifyConfig config, AiAnswer answer) {
        Map<String, Double> scores = scores(answer.json());
        double least = confidenceMin(config, answer);
        List<String> sure = scores.entrySet().stream()
                .filter(score -> score.getValue() >= least)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .limit(Boolean.TRUE.equals(config.multiple()) ? Long.MAX_VALUE : 1)
                .toList();
        List<String> handles = sure.isEmpty() ? List.of(ClassifyConfig.UNSURE) : sure;
        double confidence =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return AiStep.success(output(handles, confidence, scores), handles, answer);
    }

    private static StepResult decided(String label, double confidence, Map<String, Double> scores) {
        return new StepResult.Success(
                output(List.of(label), confidence, scores), List.of(label), new Usage(null, 0, 0, null));
    }

    private static Map<String, Object> output(List<String> labels, double confidence, Map<String, Double> scores) {
        return Map.of("label", labels.getFirst(), "labels", labels, "confidence", confidence, "scores", scores);
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
