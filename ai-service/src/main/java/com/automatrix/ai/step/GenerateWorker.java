package com.automatrix.ai.step;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.prompt.Prompts;
import com.automatrix.ai.step.GenerateConfig.PromptRef;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.problem.ProblemException;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs {@code ai.generate}. */
@Component
final class GenerateWorker implements StepWorker {

    private final AiCalls calls;
    private final Prompts prompts;
    private final AiStep step;

    GenerateWorker(AiCalls calls, Prompts prompts, AiStep step) {
        this.calls = calls;
        this.prompts = prompts;
        this.step = step;
    }

    @Override
    public String type() {
        return "ai.generate";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return step.run(type(), request, GenerateConfig.class, config -> generate(request, config));
    }

    private StepResult generate(StepRequested request, GenerateConfig config) {
        if (config.prompt() == null || config.prompt().isBlank()) {
            return AiStep.invalidConfig("Expected a prompt, but ai.generate has none.");
        }
        AiCall prompted;
        try {
            prompted = prompted(request, config);
        } catch (ProblemException e) {
            return AiStep.invalidConfig(String.valueOf(e.getMessage()));
        }
        Fallback fallback = config.fallback() == null ? Fallback.NONE : config.fallback();
        AiCall call = prompted.withMessages(config.messages(prompted.messages()))
                .withCheck(config.checked().against(config.given(prompted.messages())))
                .withFallback(fallback.chain())
                .withCache(Boolean.TRUE.equals(config.cache()));
        return AiStep.orText(fallback.text(), "text", () -> {
            AiAnswer answer = calls.ask(call);
            return AiStep.success(Map.of("text", answer.text()), null, answer);
        });
    }

    /** The instructions of the step, after the stored prompt if it names one; what the step says of the model wins. */
    private AiCall prompted(StepRequested request, GenerateConfig config) {
        PromptRef ref = config.promptRef();
        if (ref == null) {
            return AiCall.of(type(), Origin.of(request), config.after(List.of()))
                    .withModel(config.model())
                    .withLimits(config.maxTokens(), config.temperature(), null);
        }
        Map<String, @Nullable Object> variables = config.variables() == null ? Map.of() : config.variables();
        AiCall stored = prompts.call(type(), Origin.of(request), ref.id(), ref.version(), variables);
        return stored.withMessages(config.after(stored.messages()))
                .withModel(config.model() == null ? stored.model() : config.model())
                .withLimits(
                        config.maxTokens() == null ? stored.maxTokens() : config.maxTokens(),
                        config.temperature() == null ? stored.temperature() : config.temperature(),
                        null);
    }
}
