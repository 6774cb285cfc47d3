package com.automatrix.execution.task;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.engine.HumanTask.Kind;
import com.automatrix.execution.messaging.CleanText;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import com.automatrix.platform.time.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a decision of a request, if it is one that the task can take. */
@Component
class Answer {

    private static final String INVALID = "task.invalid-answer";
    private static final String POINTER = "/answer";
    /** In any encoding within what a step may give. */
    private static final int LARGEST = 60_000;

    private final SchemaCheck schemas;
    private final Ids ids;

    Answer(SchemaCheck schemas, Ids ids) {
        this.schemas = schemas;
        this.ids = ids;
    }

    /**
     * The decision.
     *
     * @throws Invalid with {@code task.wrong-outcome} or {@code task.invalid-answer}, whose violations point into the
     *     request
     */
    TaskDecision of(StoredTask task, DecideTaskRequest request) {
        Outcome outcome = outcome(task, request.outcome());
        Object answer = CleanText.clean(request.answer());
        check(task.form(), answer);
        String comment = request.comment() == null
                ? ""
                : CleanText.clean(request.comment()).strip();
        return new TaskDecision(
                Objects.requireNonNullElseGet(request.id(), ids::next),
                outcome,
                comment.isEmpty() ? null : comment,
                answer);
    }

    private static Outcome outcome(StoredTask task, @Nullable Outcome asked) {
        Kind kind = task.summary().kind();
        Outcome outcome = asked == null && kind == Kind.TASK ? Outcome.DONE : asked;
        if (outcome == null || outcome.kind() != kind) {
            throw Refusals.wrongOutcome(
                    task, kind == Kind.APPROVAL ? "the outcome APPROVED or REJECTED" : "the outcome DONE");
        }
        return outcome;
    }

    private void check(@Nullable Object form, @Nullable Object answer) {
        if (form == null) {
            if (answer != null) {
                String message = "Expected no answer, since the task has no form.";
                throw new Invalid(INVALID, message, List.of(new Violation(POINTER, INVALID, message)));
            }
            return;
        }
        if (Objects.requireNonNullElse(JsonText.write(answer), "").length() > LARGEST) {
            String message = "Expected an answer of at most %d characters, but it is longer.".formatted(LARGEST);
            throw new Invalid(INVALID, message, List.of(new Violation(POINTER, INVALID, message)));
        }
        List<Violation> violations = schemas.value(schema(form), answer == null ? Map.of() : answer).stream()
                .map(violation ->
                        new Violation(POINTER + violation.pointer(), "answer." + violation.code(), violation.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new Invalid(INVALID, "Expected an answer that fits the task's form, but it does not.", violations);
        }
    }

    private static Map<String, Object> schema(Object form) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (form instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> schema.put(String.valueOf(key), value));
        }
        return schema;
    }
}
