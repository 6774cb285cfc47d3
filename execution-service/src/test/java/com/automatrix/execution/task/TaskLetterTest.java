package com.automatrix.execution.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.engine.HumanTask;
import com.automatrix.execution.engine.HumanTask.Kind;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskLetterTest {

    private static final UUID ID = new UUID(0, 7);

    @Test
    void when_a_task_is_due_is_said_by_the_clock_of_the_dealership() {
        TaskLetter letter = TaskLetter.of(
                Occasion.GIVEN,
                dueAt(Instant.parse("2026-07-01T02:30:00Z")),
                URI.create("https://hub.example/"),
                ZoneId.of("America/New_York"));

        assertThat(letter.text())
                .contains("Due: Tuesday, 30 Jun 2026, 10:30 PM EDT\n")
                .endsWith("https://hub.example/inbox/" + ID);
    }

    private static TaskSummary dueAt(Instant due) {
        return new TaskSummary(
                ID,
                Kind.TASK,
                TaskState.OPEN,
                "Call Ana",
                HumanTask.Priority.NORMAL,
                false,
                false,
                "SALES",
                null,
                null,
                null,
                ID,
                "call",
                ID,
                "Leads",
                due,
                due,
                null,
                null,
                null,
                null);
    }
}
