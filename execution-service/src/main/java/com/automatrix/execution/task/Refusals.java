package com.automatrix.execution.task;

import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Forbidden;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.Violation;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Why something cannot be done with a task. */
final class Refusals {

    static final String WRONG_OUTCOME = "task.wrong-outcome";

    private static final String UNKNOWN_PERSON = "task.unknown-person";

    private Refusals() {}

    static NotFound notFound(UUID id) {
        return new NotFound("task.not-found", "Expected a task %s, but there is none.".formatted(id));
    }

    static Forbidden notYours(StoredTask task) {
        return new Forbidden(
                "task.not-yours",
                "Expected somebody with the role %s, but you do not have it.".formatted(roles(task.summary())));
    }

    private static String roles(TaskSummary task) {
        return task.escalatedTo() == null ? task.role() : task.role() + " or " + task.escalatedTo();
    }

    /** Of a task that is closed. */
    static Conflict closed(StoredTask task) {
        TaskSummary.Closing closing = Objects.requireNonNull(task.summary().closing(), "a task that is closed");
        return switch (task.summary().state()) {
            case OPEN, DONE ->
                new Conflict(
                        "task.already-decided",
                        closing.name() == null
                                ? "Expected the task to be open, but it was decided at %s.".formatted(closing.at())
                                : "Expected the task to be open, but %s decided at %s: %s."
                                        .formatted(closing.name(), closing.at(), closing.outcome()));
            case EXPIRED ->
                new Conflict(
                        "task.expired",
                        "Expected the task to be open, but its time ended at %s.".formatted(closing.at()));
            case CANCELLED ->
                new Conflict(
                        "task.cancelled",
                        "Expected the task to be open, but its execution went on without it at %s."
                                .formatted(closing.at()));
        };
    }

    static Conflict claimed(StoredTask task) {
        TaskSummary.Claim claim = Objects.requireNonNull(task.summary().claim(), "a task that is claimed");
        return new Conflict(
                "task.claimed",
                "Expected the task to be free, but %s has claimed it at %s. Ask them to release it, or reassign it."
                        .formatted(claim.name(), claim.at()));
    }

    static Conflict notTogether(StoredTask task) {
        return new Conflict(
                "task.not-bulk",
                "Expected an approval that may be decided together with others, but \"%s\" is to be looked at by itself."
                        .formatted(task.summary().title()));
    }

    static Invalid unknownPerson(String email) {
        String message =
                "Expected the e-mail address of somebody who may sign in, but nobody here has %s.".formatted(email);
        return new Invalid(UNKNOWN_PERSON, message, List.of(new Violation("/assignee", UNKNOWN_PERSON, message)));
    }

    static Invalid wrongOutcome(StoredTask task, String expected) {
        String message =
                "Expected %s of \"%s\".".formatted(expected, task.summary().title());
        return new Invalid(WRONG_OUTCOME, message, List.of(new Violation("/outcome", WRONG_OUTCOME, message)));
    }
}
