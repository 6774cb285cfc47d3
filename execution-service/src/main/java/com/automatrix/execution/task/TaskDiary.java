package com.automatrix.execution.task;

import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.security.CurrentUser;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the audit log, and other systems, what people do with tasks, inside their transactions; knows what time it is. */
@Component
class TaskDiary {

    private static final String SUBJECT = "task";

    private final Audit audit;
    private final ApprovalEvents events;
    private final InstantSource clock;

    TaskDiary(Audit audit, ApprovalEvents events, InstantSource clock) {
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Who has a task. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Holder(
            String role,
            @Nullable String assignee,
            @Nullable UUID claimedBy) {

        static Holder of(StoredTask task) {
            TaskSummary summary = task.summary();
            return new Holder(
                    summary.role(),
                    summary.assignee(),
                    summary.claim() == null ? null : summary.claim().by());
        }
    }

    /** What was decided; the answer stays with the task. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Decided(
            UUID executionId,
            String stepRunId,
            Outcome outcome,
            @Nullable String comment) {}

    Instant now() {
        return clock.instant();
    }

    void changed(String action, StoredTask before, StoredTask after) {
        audit.record(action, SUBJECT, before.id().toString(), Holder.of(before), Holder.of(after));
    }

    void decided(StoredTask task, TaskDecision decision, CurrentUser user, Instant now) {
        events.decided(task, decision.outcome(), user.id(), now);
        audit.record(
                "task.decided",
                SUBJECT,
                task.id().toString(),
                Holder.of(task),
                new Decided(
                        task.summary().executionId(),
                        task.summary().stepRunId(),
                        decision.outcome(),
                        decision.comment()));
    }
}
