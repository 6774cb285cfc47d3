package com.automatrix.ai.step;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.prompt.Prompts;
import com.automatrix.ai.provider.Message;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.ai.provider.Providers;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Usage;
import com.automatrix.platform.problem.ProblemException;
import com.automatrix.platform.worker.StepResult;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What all AI steps share: reading the config, naming failures, and counting calls and tokens. */
@Component
final class AiStep {

    private static final Logger log = LoggerFactory.getLogger(AiStep.class);

    private final Prompts prompts;
    private final Providers providers;
    private final JsonMapper json;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    AiStep(Prompts prompts, Providers providers, JsonMapper json, MeterRegistry metrics, InstantSource clock) {
        this.prompts = prompts;
        this.providers = providers;
        this.json = json;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The provider that the step names, or the first one: the model of a stored prompt is not looked up for this. */
    String bulkhead(StepRequested request) {
        String model = request.config().get("model") instanceof String named ? named : null;
        return providers.target(model).provider().name();
    }

    <C> StepResult run(String type, StepRequested request, Class<C> configType, Function<C, StepResult> call) {
        StepResult result = attempt(request, configType, call);
        count(type, result);
        return result;
    }

    private <C> StepResult attempt(StepRequested request, Class<C> configType, Function<C, StepResult> call) {
        C config;
        try {
            config = json.convertValue(request.config(), configType);
        } catch (JacksonException e) {
            return invalidConfig(
                    "Expected a config that fits " + request.type() + ", but " + e.getOriginalMessage() + ".");
        }
        try {
            return call.apply(config);
        } catch (ProblemException e) {
            return invalidConfig(String.valueOf(e.getMessage()));
        } catch (ProviderException e) {
            Duration wait = e.retryAfter();
            if (e.code().equals(AiCalls.THROTTLED) && wait != null) {
                return StepResult.deferred(clock.instant().plus(wait), e.sentence());
            }
            log.warn(
                    "model call failed execution={} step={} attempt={} code={} cause={}",
                    request.executionId(),
                    request.stepRunId(),
                    request.attempt(),
                    e.code(),
                    causeOf(e));
            Object details = e.tried().isEmpty() ? null : Map.of("tried", e.tried());
            return new StepResult.Failure(
                    new StepError(e.code(), e.sentence(), e.retryable(), wait, details), e.usage());
        }
    }

    /**
     * The call that a step makes: its own messages, after those of the stored prompt if it names one, and with that
     * prompt's limits.
     *
     * @throws ProblemException if there is no such prompt, or the values do not fit its variables
     */
    AiCall call(StepRequested request, Prompted config, List<Message> own) {
        Prompted.PromptRef ref = config.promptRef();
        if (ref == null) {
            return AiCall.of(request.type(), Origin.of(request), own).withModel(config.model());
        }
        Map<String, @Nullable Object> variables = config.variables() == null ? Map.of() : config.variables();
        AiCall stored = prompts.call(request.type(), Origin.of(request), ref.id(), ref.version(), variables);
        List<Message> messages = new ArrayList<>(stored.messages());
        messages.addAll(own);
        return stored.withMessages(messages).withModel(config.model() == null ? stored.model() : config.model());
    }

    /** What the model gave, marked if somebody else answered than the one that was to. */
    static StepResult success(Map<String, Object> output, @Nullable List<String> handles, AiAnswer answer) {
        return new StepResult.Success(
                answer.degraded() ? marked(output, answer.provider(), answer.tried()) : output,
                handles,
                answer.usage());
    }

    /** The result of the call; when that fails, the fixed text if there is one, marked as what it is. */
    static StepResult orText(@Nullable String text, String field, Supplier<StepResult> call) {
        try {
            return call.get();
        } catch (ProviderException e) {
            if (text == null || text.isBlank() || e.code().equals(AiCalls.THROTTLED)) {
                throw e;
            }
            return new StepResult.Success(marked(Map.of(field, text), "text", e.tried()), null, e.usage());
        }
    }

    private static Map<String, Object> marked(Map<String, Object> output, String by, List<String> tried) {
        Map<String, Object> marked = new LinkedHashMap<>(output);
        marked.put("degraded", Map.of("by", by, "tried", tried));
        return marked;
    }

    /** The kind of failure alone: a provider's own words may repeat what a customer wrote. */
    private static String causeOf(ProviderException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? "none" : cause.getClass().getSimpleName();
    }

    static StepResult invalidConfig(String sentence) {
        return new StepResult.Failure(new StepError("config.invalid", sentence, false, null, null), null);
    }

    private void count(String type, StepResult result) {
        String outcome = switch (result) {
            case StepResult.Success success -> {
                tokens(type, success.usage());
                yield "success";
            }
            case StepResult.Failure failure -> failure.error().code();
            case StepResult.Continue turn -> {
                tokens(type, turn.usage());
                yield "continue";
            }
            case StepResult.Deferred _ -> "deferred";
        };
        metrics.counter("automatrix.ai.calls", "type", type, "outcome", outcome).increment();
    }

    private void tokens(String type, @Nullable Usage usage) {
        if (usage != null) {
            metrics.counter("automatrix.ai.tokens", "type", type, "direction", "prompt")
                    .increment((double) usage.promptTokens());
            metrics.counter("automatrix.ai.tokens", "type", type, "direction", "completion")
                    .increment((double) usage.completionTokens());
        }
    }
}
