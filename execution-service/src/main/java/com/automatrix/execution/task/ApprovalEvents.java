package com.automatrix.execution.task;

import com.automatrix.contracts.event.EventTypes;
import com.automatrix.execution.engine.HumanTask.Kind;
import com.automatrix.execution.engine.HumanTask.Priority;
import com.automatrix.execution.messaging.ProductEvents;
import com.automatrix.execution.messaging.ProductEvents.About;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes that approvals are requested and decided; what they are about, and what was answered, is in no event. */
@Component
class ApprovalEvents {

    private final TellingTable table;
    private final TaskTable tasks;
    private final ProductEvents events;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ApprovalEvents(
            TellingTable table,
            TaskTable tasks,
            ProductEvents events,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.table = table;
        this.tasks = tasks;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The data of {@code approval.requested}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Requested(
            UUID taskId,
            UUID executionId,
            UUID workflowId,
            String stepRunId,
            String role,
            @Nullable String assignee,
            Priority priority,
            Instant requestedAt,
            @Nullable Instant dueAt,
            @Nullable Instant expiresAt) {}

    /** The data of {@code approval.decided}. */
    record Decided(
            UUID taskId,
            UUID executionId,
            UUID workflowId,
            String stepRunId,
            Outcome decision,
            UUID decidedBy,
            Instant decidedAt) {}

    /** Publishes what was requested since the last time. */
    void announce() {
        table.unannounced()
                .forEach(id -> transaction.executeWithoutResult(
                        status -> tasks.find(id).ifPresent(task -> requested(task.summary()))));
    }

    /** Inside the transaction of the decision; that it was requested is published first, whoever comes first. */
    void decided(StoredTask task, Outcome outcome, UUID by, Instant at) {
        TaskSummary summary = task.summary();
        if (summary.kind() != Kind.APPROVAL) {
            return;
        }
        requested(summary);
        events.append(
                EventTypes.APPROVAL_DECIDED,
                new About("task/" + summary.id(), "decided"),
                table.correlationId(summary.id()),
                new Decided(
                        summary.id(),
                        summary.executionId(),
                        summary.workflowId(),
                        summary.stepRunId(),
                        outcome,
                        by,
                        at));
    }

    private void requested(TaskSummary task) {
        if (!table.announce(task.id(), clock.instant())) {
            return;
        }
        events.append(
                EventTypes.APPROVAL_REQUESTED,
                new About("task/" + task.id(), "requested"),
                table.correlationId(task.id()),
                new Requested(
                        task.id(),
                        task.executionId(),
                        task.workflowId(),
                        task.stepRunId(),
                        task.role(),
                        task.assignee(),
                        task.priority(),
                        task.openedAt(),
                        task.dueAt(),
                        task.expiresAt()));
    }
}
