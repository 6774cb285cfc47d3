package com.automatrix.ai.step;

import com.automatrix.ai.provider.GenerateRequest;
import com.automatrix.ai.provider.Generation;
import com.automatrix.ai.provider.Generator;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs {@code ai.generate}. */
@Component
final class GenerateWorker implements StepWorker {

    private final Generator generator;
    private final AiStep step;

    GenerateWorker(Generator generator, AiStep step) {
        this.generator = generator;
        this.step = step;
    }

    @Override
    public String type() {
        return "ai.generate";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return step.run(type(), request, GenerateConfig.class, config -> generate(config.asRequest()));
    }

    private StepResult generate(GenerateRequest request) {
        if (request.instructions().isBlank()) {
            return AiStep.invalidConfig("Expected a prompt, but ai.generate has none.");
        }
        Generation generation = generator.generate(request);
        return new StepResult.Success(Map.of("text", generation.text()), null, generation.usage());
    }
}
