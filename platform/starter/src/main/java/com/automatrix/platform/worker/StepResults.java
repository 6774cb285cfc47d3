package com.automatrix.platform.worker;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.trace.Correlation;
import com.automatrix.platform.trace.TraceParents;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores results and what the engine is told of them, in one transaction. */
final class StepResults {

    private static final Logger LOG = LoggerFactory.getLogger(StepResults.class);

    private final StepInbox inbox;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final TraceParents traces;
    private final InstantSource clock;

    StepResults(
            StepInbox inbox, Outbox outbox, TransactionTemplate transaction, TraceParents traces, InstantSource clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.transaction = transaction;
        this.traces = traces;
        this.clock = clock;
    }

    /** Stores what this process still holds; the rest was taken over, and whoever did so answers for it. */
    void store(List<FinishedStep> steps) {
        transaction.executeWithoutResult(_ -> {
            var stored = inbox.finish(steps, clock.instant());
            for (var step : steps) {
                if (stored.contains(step.key())) {
                    tell(step);
                } else {
                    LOG.warn("step result dropped attempt={} because=\"its lease was lost\"", step.key());
                }
            }
        });
    }

    private void tell(FinishedStep step) {
        var completed = step.completed();
        if (completed == null) {
            return;
        }
        Correlation.run(
                step.step().request().correlationId(),
                () -> traces.run(
                        step.traceparent(),
                        "step result",
                        () -> outbox.append(
                                Topics.STEP_COMPLETED,
                                completed.executionId().toString(),
                                MessageTypes.STEP_COMPLETED,
                                completed)));
    }
}
