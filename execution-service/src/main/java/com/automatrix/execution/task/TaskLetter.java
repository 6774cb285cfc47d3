package com.automatrix.execution.task;

import com.automatrix.execution.engine.HumanTask.Kind;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an e-mail about a task says. What the task shows, and its form, stay behind the sign-in. */
record TaskLetter(String subject, String text) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE, d MMM uuuu, h:mm a z", Locale.US);

    /** @param zone of the store, whose people read it */
    static TaskLetter of(Occasion occasion, TaskSummary task, URI publicUrl, ZoneId zone) {
        String asked = task.kind() == Kind.APPROVAL ? "asks for an approval" : "has a task";
        String opening = switch (occasion) {
            case GIVEN -> "The workflow \"%s\" %s:".formatted(task.workflowName(), asked);
            case REMINDER ->
                "This still waits for an answer. The workflow \"%s\" %s:".formatted(task.workflowName(), asked);
            case ESCALATION ->
                "Nobody has answered for a while, so you are asked too. The workflow \"%s\" %s:"
                        .formatted(task.workflowName(), asked);
        };
        return new TaskLetter(
                subject(occasion, task),
                "%s\n\n%s\n%s\nOpen it, after signing in: %s/inbox/%s"
                        .formatted(
                                opening,
                                task.title(),
                                due(task.dueAt(), zone),
                                publicUrl.toString().replaceAll("/+$", ""),
                                task.id()));
    }

    private static String subject(Occasion occasion, TaskSummary task) {
        String what = task.kind() == Kind.APPROVAL ? "Approval wanted" : "Task";
        return switch (occasion) {
            case GIVEN -> what + ": " + task.title();
            case REMINDER -> "Reminder: " + task.title();
            case ESCALATION -> "Escalated: " + task.title();
        };
    }

    private static String due(@Nullable Instant dueAt, ZoneId zone) {
        return dueAt == null ? "" : "Due: " + TIME.format(dueAt.atZone(zone)) + "\n";
    }
}
