package com.automatrix.ai.explain;

import com.automatrix.contracts.json.JsonTree;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.TriggerRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What execution-service tells of an execution, as far as it is explained.
 *
 * @param isWhole whether these are all steps; a very long log is cut
 */
record ExecutionLog(Execution execution, List<Step> steps, boolean isWhole) {

    ExecutionLog {
        steps = List.copyOf(steps);
    }

    /** The execution itself. */
    record Execution(
            UUID id,
            String workflowName,
            int workflowVersion,
            String status,
            TriggerRef trigger,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Long durationMs,
            boolean paused,
            @Nullable ExecutionError error) {}

    /** One attempt of one step run, or the mark that it was skipped or cancelled. */
    record Step(
            String stepRunId,
            String nodeId,
            @Nullable String nodeName,
            String stepType,
            int attempt,
            String status,
            @Nullable Object output,
            @Nullable StepError error,
            @Nullable List<String> handles,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Long durationMs) {

        Step {
            handles = JsonTree.list(handles);
        }

        String name() {
            return nodeName == null ? nodeId : nodeName;
        }
    }

    /** A page of the log. */
    record Steps(List<Step> items, @Nullable String nextCursor) {}
}
