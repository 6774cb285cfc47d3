package com.automatrix.ai.step;

import com.automatrix.ai.provider.Classification;
import com.automatrix.ai.provider.Classifier;
import com.automatrix.ai.provider.ClassifyRequest;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Usage;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs {@code ai.classify}: the label it finds is the handle that fires. */
@Component
final class ClassifyWorker implements StepWorker {

    private static final int MIN_LABELS = 2;

    private final Classifier classifier;
    private final AiStep step;

    ClassifyWorker(Classifier classifier, AiStep step) {
        this.classifier = classifier;
        this.step = step;
    }

    @Override
    public String type() {
        return "ai.classify";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return step.run(type(), request, ClassifyConfig.class, config -> classify(config.asRequest()));
    }

    private StepResult classify(ClassifyRequest request) {
        if (request.labels().stream().distinct().count() < MIN_LABELS) {
            return AiStep.invalidConfig("Expected at least two labels, but ai.classify has "
                    + request.labels().size() + ".");
        }
        // Nothing was written, so there is nothing to be sure of and no reason to pay a model.
        Classification found = request.text().isBlank()
                ? new Classification(Classification.UNSURE, 0, Map.of(), new Usage(null, 0, 0, null))
                : classifier.classify(request);
        return new StepResult.Success(
                Map.of("label", found.label(), "confidence", found.confidence(), "scores", found.scores()),
                List.of(found.label()),
                found.usage());
    }
}
