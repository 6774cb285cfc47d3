package com.automatrix.execution.schedule;

import com.automatrix.contracts.definition.ScheduleTrigger;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule of the published version of a workflow, and how far it has come.
 *
 * @param anchor where intervals are counted from
 * @param handledUntil what was due up to then has been started or left out
 * @param nextAt null if it was not looked for yet, or there is none
 * @param plannedWith the calendar that {@code nextAt} was found with
 */
record Schedule(
        WorkflowId workflowId,
        String workflowName,
        int version,
        ScheduleTrigger trigger,
        boolean paused,
        Instant anchor,
        Instant handledUntil,
        @Nullable Instant nextAt,
        @Nullable String plannedWith,
        @Nullable LastRun lastRun) {

    /**
     * What it started last.
     *
     * @param plannedAt when it was due
     * @param startedAt when it was started
     */
    record LastRun(Instant plannedAt, Instant startedAt, ExecutionId executionId) {}
}
