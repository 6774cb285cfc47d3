package com.automatrix.ai.step;

import com.automatrix.ai.provider.ProviderException;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Usage;
import com.automatrix.platform.worker.StepResult;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
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

    private final JsonMapper json;
    private final MeterRegistry metrics;

    AiStep(JsonMapper json, MeterRegistry metrics) {
        this.json = json;
        this.metrics = metrics;
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
        } catch (ProviderException e) {
            log.warn(
                    "model call failed execution={} step={} attempt={} code={} cause={}",
                    request.executionId(),
                    request.stepRunId(),
                    request.attempt(),
                    e.code(),
                    causeOf(e));
            return new StepResult.Failure(
                    new StepError(e.code(), e.sentence(), e.retryable(), e.retryAfter(), null), e.usage());
        }
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
