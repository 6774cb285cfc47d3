package com.automatrix.execution.schedule;

import com.automatrix.contracts.definition.ScheduleTrigger.CatchUp;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as the API shows it.
 *
 * @param cron null for an interval
 * @param every null for a cron expression
 * @param timeZone the zone that it is read in
 * @param businessDays whether it leaves out the days on which the dealership is closed
 * @param next when it is due the next times; nothing while it is paused
 */
record ScheduleResponse(
        WorkflowId workflowId,
        String workflowName,
        int version,
        String triggerId,
        @Nullable String cron,
        @Nullable Duration every,
        ZoneId timeZone,
        CatchUp catchUp,
        boolean businessDays,
        boolean paused,
        @Nullable LastRun lastRun,
        List<Instant> next) {

    /** What it started last. */
    record LastRun(Instant plannedAt, Instant startedAt, ExecutionId executionId) {

        static @Nullable LastRun of(Schedule.@Nullable LastRun run) {
            return run == null ? null : new LastRun(run.plannedAt(), run.startedAt(), run.executionId());
        }
    }

    ScheduleResponse {
        next = List.copyOf(next);
    }
}
