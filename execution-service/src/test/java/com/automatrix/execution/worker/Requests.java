package com.automatrix.execution.worker;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.outgoing.Wiring;
import com.automatrix.platform.worker.StepResult;
import java.util.Map;

/** Requests of the engine to a worker, and what a test reads of the results. */
final class Requests {

    private Requests() {}

    static StepRequested of(String type, Map<String, Object> config) {
        return new StepRequested(
                ExecutionId.parse("019cad8f-ac00-7000-8000-000000000001"),
                StepRunId.parse("ask"),
                1,
                type,
                config,
                Wiring.CLOCK.instant().plusSeconds(60),
                "key-1",
                "correlation-1",
                WorkflowId.parse("019cad8f-ac00-7000-8000-000000000002"),
                1,
                "ask",
                null);
    }

    static Map<?, ?> output(StepResult result) {
        return result instanceof StepResult.Success(Map<?, ?> output, var _, var _) ? output : Map.of("no", result);
    }

    static StepError error(StepResult result) {
        if (result instanceof StepResult.Failure failure) {
            return failure.error();
        }
        throw new AssertionError("Expected a failure, but it is " + result);
    }
}
