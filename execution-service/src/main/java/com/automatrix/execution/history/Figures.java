package com.automatrix.execution.history;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.Usage;
import com.automatrix.execution.persistence.ModelRollup;
import com.automatrix.execution.persistence.QueueRollup;
import com.automatrix.execution.persistence.StepRollup;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What events add to a workflow's figures, each in the hour of its event: a worker's clock is good for a duration only. */
record Figures(WorkflowId workflowId) {

    private static final String UNNAMED = "unknown";

    /** The time from when it was asked for, which is in its id, to its beginning. */
    QueueRollup waited(UUID executionId, ExecutionEvent event) {
        long askedFor = executionId.getMostSignificantBits() >>> 16;
        return QueueRollup.begin(
                new QueueRollup.Key(hour(event), workflowId.value()),
                Math.max(0, event.at().toEpochMilli() - askedFor));
    }

    StepRollup attempt(ExecutionEvent.OfStep event, String status, Instant startedAt, Instant finishedAt) {
        long durationMs = Math.max(0, Duration.between(startedAt, finishedAt).toMillis());
        return StepRollup.attempt(
                new StepRollup.Key(hour(event), workflowId.value(), event.nodeId(), status), durationMs);
    }

    Optional<ModelRollup> use(ExecutionEvent event, @Nullable Usage usage) {
        if (usage == null) {
            return Optional.empty();
        }
        String model = usage.model() == null ? UNNAMED : usage.model();
        BigDecimal cost = usage.cost() == null ? BigDecimal.ZERO : usage.cost();
        return Optional.of(new ModelRollup(
                new ModelRollup.Key(hour(event), workflowId.value(), model),
                1,
                usage.promptTokens(),
                usage.completionTokens(),
                cost));
    }

    private static Instant hour(ExecutionEvent event) {
        return event.at().truncatedTo(ChronoUnit.HOURS);
    }
}
