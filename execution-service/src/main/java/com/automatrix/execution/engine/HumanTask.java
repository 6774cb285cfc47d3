package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a step run asks of people.
 *
 * @param id the same however often it is worked out
 * @param bulk whether it may be approved together with others
 */
public record HumanTask(
        UUID id, StepRunId step, Kind kind, Question question, Addressee addressee, Times times, boolean bulk) {

    /** What is answered: a yes or no, or a form. */
    public enum Kind {
        APPROVAL,
        TASK
    }

    /** Its place in the list. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH
    }

    /**
     * What is asked.
     *
     * @param context what people see with it, any JSON
     * @param form the JSON Schema of the answer; null asks for none
     */
    public record Question(
            String title,
            @Nullable String instructions,
            @Nullable Object context,
            @Nullable Object form,
            Priority priority) {}

    /**
     * Who is asked.
     *
     * @param assignee the e-mail address of the one who gets it, in lower case; null is anybody with the role
     * @param escalateTo the role that may answer too once nobody has for a while
     */
    public record Addressee(
            String role,
            @Nullable String assignee,
            @Nullable String escalateTo) {}

    /**
     * When.
     *
     * @param dueAt when it is overdue
     * @param expiresAt when the step goes on without an answer
     */
    public record Times(
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant expiresAt,
            @Nullable Instant remindAt,
            @Nullable Instant escalateAt) {}
}
