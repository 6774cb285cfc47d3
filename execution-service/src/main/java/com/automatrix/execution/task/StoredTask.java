package com.automatrix.execution.task;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.security.Role;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole row.
 *
 * @param decisionId the id under which it was decided, so that the same decision may come again
 */
record StoredTask(
        TaskSummary summary,
        @Nullable String instructions,
        @Nullable Object context,
        @Nullable Object form,
        @Nullable Object answer,
        @Nullable UUID decisionId) {

    UUID id() {
        return summary.id();
    }

    ExecutionId executionId() {
        return new ExecutionId(summary.executionId());
    }

    StepRunId step() {
        return StepRunId.parse(summary.stepRunId());
    }

    boolean isOpen() {
        return summary.state() == TaskState.OPEN;
    }

    /** Whether the role, or the name, of the task is the user's. */
    boolean isFor(CurrentUser user) {
        return user.has(Role.ADMIN)
                || isAssignedTo(user)
                || user.isIn(summary.role())
                || (summary.escalatedTo() != null && user.isIn(summary.escalatedTo()));
    }

    boolean isClaimedByAnother(CurrentUser user) {
        return summary.claim() != null && !summary.claim().by().equals(user.id());
    }

    private boolean isAssignedTo(CurrentUser user) {
        return Objects.equals(summary.assignee(), user.email());
    }

    TaskDetail detail(CurrentUser user) {
        return new TaskDetail(summary, instructions, context, form, answer, isFor(user));
    }
}
