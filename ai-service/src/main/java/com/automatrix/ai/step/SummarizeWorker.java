package com.automatrix.ai.step;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.provider.Message;
import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.Task;
import com.automatrix.ai.step.SummarizeConfig.Length;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Runs {@code ai.summarize}. */
@Component
final class SummarizeWorker implements StepWorker {

    private final AiCalls calls;
    private final AiStep step;

    SummarizeWorker(AiCalls calls, AiStep step) {
        this.calls = calls;
        this.step = step;
    }

    @Override
    public String type() {
        return "ai.summarize";
    }

    @Override
    public String bulkhead(StepRequested request) {
        return step.bulkhead(request);
    }

    @Override
    public StepResult execute(StepRequested request) {
        return step.run(type(), request, SummarizeConfig.class, config -> summarize(request, config));
    }

    private StepResult summarize(StepRequested request, SummarizeConfig config) {
        if (config.material().isEmpty()) {
            return AiStep.invalidConfig("Expected a text, but ai.summarize has none.");
        }
        Fallback fallback = config.fallback() == null ? Fallback.NONE : config.fallback();
        AiCall prompted = step.call(request, config, config.messages());
        List<Message> given = List.of(Message.data(Material.textOf(prompted.messages())));
        AiCall call = prompted.withTask(new Task.Summarize(config.wanted().sentences()))
                .withSchema(null)
                .withCheck(config.checked().against(given))
                .withFallback(fallback.chain())
                .withCache(Boolean.TRUE.equals(config.cache()));
        return AiStep.orText(fallback.text(), "summary", () -> {
            AiAnswer answer = calls.ask(call);
            return AiStep.success(Map.of("summary", shaped(answer, config.wanted())), null, answer);
        });
    }

    /** The local provider gives sentences, one a line. */
    private static String shaped(AiAnswer answer, Length length) {
        if (!answer.provider().equals(Provider.LOCAL)) {
            return answer.text();
        }
        return length == Length.BULLETS
                ? answer.text().lines().map("- "::concat).collect(Collectors.joining("\n"))
                : answer.text().replace('\n', ' ');
    }
}
