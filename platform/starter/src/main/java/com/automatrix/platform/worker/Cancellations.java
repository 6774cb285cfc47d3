package com.automatrix.platform.worker;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.StepCancelled;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cancellations of the last while, since one may overtake the request that it is about.
 *
 * <p>A cancellation concerns what was requested before it: a later attempt of the same step run is wanted again.
 */
final class Cancellations {

    private record StepRun(ExecutionId executionId, StepRunId stepRunId) {}

    private final Map<StepRun, Instant> cancelledAt = new ConcurrentHashMap<>();
    private final Duration memory;

    Cancellations(Duration memory) {
        this.memory = memory;
    }

    void add(StepCancelled cancelled, Instant at) {
        cancelledAt.merge(
                new StepRun(cancelled.executionId(), cancelled.stepRunId()), at, (a, b) -> a.isAfter(b) ? a : b);
    }

    boolean concern(LeasedStep step) {
        var at = cancelledAt.get(
                new StepRun(step.request().executionId(), step.request().stepRunId()));
        return at != null && step.requestedAt().isBefore(at);
    }

    void forgetOld(Instant now) {
        var before = now.minus(memory);
        cancelledAt.values().removeIf(at -> at.isBefore(before));
    }
}
