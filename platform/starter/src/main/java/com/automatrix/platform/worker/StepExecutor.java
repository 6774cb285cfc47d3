package com.automatrix.platform.worker;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.json.StoredJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;

/** Finds the worker of a step and turns whatever it does into a result that can be stored and sent. */
final class StepExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(StepExecutor.class);

    private final Map<String, StepWorker> workers;
    private final DataSize maxOutput;

    /** Fails if two workers claim the same step type. */
    StepExecutor(List<StepWorker> workers, DataSize maxOutput) {
        this.workers = new TreeMap<>(workers.stream().collect(Collectors.toMap(StepWorker::type, worker -> worker)));
        this.maxOutput = maxOutput;
    }

    /** Which steps this one shares its room with. */
    String bulkhead(StepRequested request) {
        var worker = workers.get(request.type());
        try {
            return worker == null ? request.type() : worker.bulkhead(request);
        } catch (RuntimeException unreadable) {
            // Running the step will say what is wrong with it.
            return request.type();
        }
    }

    /** Runs the step. An interrupted step gives a result as well; whoever interrupted it knows what to make of it. */
    StepResult execute(StepRequested request) {
        var result = attempt(request);
        if (result instanceof StepResult.Failure failure) {
            LOG.info(
                    "attempt failed execution={} step={} attempt={} type={} code={}",
                    request.executionId(),
                    request.stepRunId(),
                    request.attempt(),
                    request.type(),
                    failure.error().code());
        }
        return result;
    }

    private StepResult attempt(StepRequested request) {
        var worker = workers.get(request.type());
        if (worker == null) {
            return StepResult.failure(StepError.permanent(
                    "step.unknown-type",
                    "Expected one of the step types %s, but the step is a %s."
                            .formatted(String.join(", ", workers.keySet()), request.type())));
        }
        try {
            return storable(worker.execute(request));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return StepResult.failure(StepError.passing("step.interrupted", "The step was stopped."));
        } catch (Exception | StackOverflowError unexpected) {
            LOG.error(
                    "step failed unexpectedly execution={} step={} attempt={} type={}",
                    request.executionId(),
                    request.stepRunId(),
                    request.attempt(),
                    request.type(),
                    unexpected);
            return StepResult.failure(StepError.passing(
                    "step.unexpected",
                    "The step failed unexpectedly (%s)."
                            .formatted(unexpected.getClass().getSimpleName())));
        }
    }

    // What is stored and sent is a plain JSON tree, within bounds.
    private StepResult storable(StepResult result) {
        return switch (result) {
            case StepResult.Failure failure -> failure;
            case StepResult.Deferred deferred -> deferred;
            case StepResult.Success success ->
                storable(
                        success.output(),
                        success,
                        output -> new StepResult.Success(output, success.handles(), success.usage()));
            case StepResult.Continue turn ->
                storable(turn.state(), turn, state -> new StepResult.Continue(state, turn.calls(), turn.usage()));
        };
    }

    private StepResult storable(
            @Nullable Object tree, StepResult result, Function<@Nullable Object, StepResult> withPlain) {
        try {
            var json = StoredJson.write(tree);
            int bytes = json.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > maxOutput.toBytes()) {
                var message =
                        "Expected an output of at most %d bytes, but it has %d.".formatted(maxOutput.toBytes(), bytes);
                return new StepResult.Failure(StepError.permanent("step.output-too-large", message), result.usage());
            }
            return withPlain.apply(ContractJson.events().readValue(json, Object.class));
        } catch (JacksonException unwritable) {
            LOG.error("step output unwritable", unwritable);
            var message = "Expected an output that can be written as JSON, but it cannot.";
            return new StepResult.Failure(StepError.permanent("step.output-unwritable", message), result.usage());
        }
    }
}
