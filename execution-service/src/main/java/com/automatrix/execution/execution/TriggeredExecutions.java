package com.automatrix.execution.execution;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.execution.history.EndWatch;
import com.automatrix.execution.history.EndWatches;
import com.automatrix.execution.history.ExecutionDetail;
import com.automatrix.execution.history.ExecutionQueries;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Starts executions for triggers that are called over HTTP, as the API does: with the checks of its door, and durable when
 * it returns.
 */
@Component
public class TriggeredExecutions {

    private final ExecutionService executions;
    private final ExecutionQueries queries;
    private final EndWatches ends;

    TriggeredExecutions(ExecutionService executions, ExecutionQueries queries, EndWatches ends) {
        this.executions = executions;
        this.queries = queries;
        this.ends = ends;
    }

    /**
     * A start as a trigger asks for it.
     *
     * @param key the same key starts one execution, whatever the input is; null if each start counts
     */
    public record Asked(
            WorkflowId workflowId,
            TriggerRef trigger,
            @Nullable Object input,
            @Nullable String key) {}

    /**
     * An execution that was started, now or by an earlier call with the same key.
     *
     * @param ended null unless its end was waited for and came
     */
    public record Started(ExecutionId id, @Nullable ExecutionDetail ended) {}

    public ExecutionId newId() {
        return executions.newId();
    }

    /** Whether an execution of that id was accepted. */
    public boolean isStored(ExecutionId id) {
        return queries.find(id).isPresent();
    }

    public Started start(ExecutionId id, Asked asked) throws InterruptedException {
        return new Started(executions.start(id, ExecutionService.Asked.of(asked)), null);
    }

    /** The same, and waits for its end. */
    public Started startAndWait(ExecutionId id, Asked asked, Duration atMost) throws InterruptedException {
        try (EndWatch watch = ends.watch(id)) {
            ExecutionId started = executions.start(id, ExecutionService.Asked.of(asked));
            if (started.equals(id)) {
                watch.await(atMost);
                return new Started(id, ended(id));
            }
            return waitForEarlier(started, atMost);
        }
    }

    /** An earlier call has started it, so it may have ended before anybody watched. */
    private Started waitForEarlier(ExecutionId id, Duration atMost) throws InterruptedException {
        try (EndWatch watch = ends.watch(id)) {
            ExecutionDetail ended = ended(id);
            if (ended == null) {
                watch.await(atMost);
                ended = ended(id);
            }
            return new Started(id, ended);
        }
    }

    private @Nullable ExecutionDetail ended(ExecutionId id) {
        return queries.find(id).filter(detail -> detail.execution().hasEnded()).orElse(null);
    }
}
