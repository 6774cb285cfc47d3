package com.automatrix.ai.step;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepRequested;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Step requests as the engine sends them. */
public final class StepRequests {

    private StepRequests() {}

    static StepRequested of(String type, Map<String, Object> config) {
        return of(new UUID(0, 1), type, config);
    }

    /** A first attempt that has all the time it wants. */
    public static StepRequested of(UUID execution, String type, Map<String, Object> config) {
        return of(execution, type, config, null);
    }

    static StepRequested of(UUID execution, String type, Map<String, Object> config, @Nullable Object state) {
        return new StepRequested(
                new ExecutionId(execution),
                new StepRunId("ask", List.of()),
                1,
                type,
                config,
                Instant.parse("2099-01-01T00:00:00Z"),
                execution + ":ask",
                "correlation-1",
                new WorkflowId(new UUID(0, 2)),
                1,
                "ask",
                state);
    }
}
