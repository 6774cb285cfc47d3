package com.automatrix.ai.step;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.provider.Message;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs {@code ai.generate}. */
@Component
final class GenerateWorker implements StepWorker {

    private final AiCalls calls;
    private final AiStep step;

    GenerateWorker(AiCalls calls, AiStep step) {
        this.calls = calls;
        this.step = step;
    }

    @Override
    public String type() {
        return "ai.generate";
    }

    @Override
    public String bulkhead(StepRequested request) {
        return step.bulkhead(request);
    }

    @Override
    public StepResult execute(StepRequested request) {
        return step.run(type(), request, GenerateConfig.class, config -> generate(request, config));
    }

    private StepResult generate(StepRequested request, GenerateConfig config) {
        String prompt = config.prompt();
        List<Message> own = prompt == null || prompt.isBlank() ? List.of() : List.of(Message.instructions(prompt));
        if (own.isEmpty() && config.promptRef() == null) {
            return AiStep.invalidConfig("Expected instructions or a stored prompt, but ai.generate has neither.");
        }
        AiCall prompted = step.call(request, config, own);
        Fallback fallback = config.fallback() == null ? Fallback.NONE : config.fallback();
        AiCall call = prompted.withMessages(config.messages(prompted.messages()))
                .withLimits(
                        config.maxTokens() == null ? prompted.maxTokens() : config.maxTokens(),
                        config.temperature() == null ? prompted.temperature() : config.temperature(),
                        null)
                .withCheck(config.checked().against(config.given(prompted.messages())))
                .withFallback(fallback.chain())
                .withCache(Boolean.TRUE.equals(config.cache()));
        return AiStep.orText(fallback.text(), "text", () -> {
            AiAnswer answer = calls.ask(call);
            return AiStep.success(Map.of("text", answer.text()), null, answer);
        });
    }
}
