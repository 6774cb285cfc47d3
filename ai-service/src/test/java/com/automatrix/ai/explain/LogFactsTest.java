package com.automatrix.ai.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.explain.ExecutionLog.Execution;
import com.automatrix.ai.explain.ExecutionLog.Step;
import com.automatrix.ai.explain.Explanation.Failure;
import com.automatrix.ai.explain.Explanation.Sentence;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.TriggerKind;
import com.automatrix.contracts.message.TriggerRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogFactsTest {

    private static final Instant START = Instant.parse("2026-05-04T09:30:00Z");

    @Test
    void a_completed_execution_is_told_step_by_step() {
        Explanation told = LogFacts.of(new ExecutionLog(
                execution("COMPLETED", START.plusSeconds(90), null),
                List.of(
                        step("readLead", "data.transform", 1, "COMPLETED", Map.of("email", "a@b.test"), null, "out"),
                        step("isOpen", "flow.if", 1, "COMPLETED", Map.of("result", false), null, "false"),
                        step("sort", "ai.classify", 1, "COMPLETED", Map.of("confidence", 0.914), null, "price"),
                        step("night", "sms.send", 0, "SKIPPED", null, null)),
                true));

        assertThat(told.sentences())
                .containsExactly(
                        new Sentence(
                                null,
                                "“Internet lead”, version 3, was started by the event com.automatrix.lead.received.v1 at"
                                        + " 2026-05-04 09:30:00 UTC."),
                        new Sentence("readLead", "“readLead” was done."),
                        new Sentence("isOpen", "“isOpen”: no, so the way “false” was taken."),
                        new Sentence("sort", "“sort” was done and went on by “price”, with a confidence of 0.91."),
                        new Sentence("night", "“night” was skipped, because no way led to it."),
                        new Sentence(null, "It completed after 1 min 30 s."));
        assertThat(told.failure()).isNull();
        assertThat(told.basis()).isEqualTo("log");
        assertThat(told.text()).doesNotContain("a@b.test");
    }

    @Test
    void a_failure_says_which_step_why_and_what_to_do() {
        StepError busy = StepError.passing("ai.rate-limited", "Expected an answer, but the provider is busy.");
        Explanation told = LogFacts.of(new ExecutionLog(
                execution("FAILED", START.plusSeconds(5), new ExecutionError("step.failed", "It failed.", "write")),
                List.of(
                        step("write", "ai.generate", 1, "FAILED", null, busy),
                        step("write", "ai.generate", 2, "FAILED", null, busy)),
                true));

        assertThat(told.sentences().get(1).text())
                .isEqualTo("Attempt 1 of “write” failed with ai.rate-limited, “write” failed at attempt 2 with"
                        + " ai.rate-limited: Expected an answer, but the provider is busy.");
        assertThat(told.failure())
                .isEqualTo(new Failure(
                        "write",
                        "write",
                        "ai.rate-limited",
                        "Expected an answer, but the provider is busy.",
                        "Wait and run it again, or raise the limit at the AI provider."));
        assertThat(told.text())
                .endsWith("It failed after 5.0 s. Wait and run it again, or raise the limit at the AI provider.");
    }

    @Test
    void a_running_execution_says_what_it_waits_for() {
        Explanation told = LogFacts.of(new ExecutionLog(
                execution("RUNNING", null, null),
                List.of(step("approve", "human.approval", 1, "WAITING", null, null)),
                true));

        assertThat(told.text()).endsWith("“approve” is waiting. It still runs and waits for “approve”.");
    }

    @Test
    void a_failure_that_is_no_steps_is_told_as_well_and_a_cut_log_says_so() {
        Explanation told = LogFacts.of(new ExecutionLog(
                execution("FAILED", START, new ExecutionError("execution.timeout", "Expected it to end.", null)),
                List.of(),
                false));

        assertThat(told.text()).contains("its later steps are left out");
        assertThat(told.failure()).extracting(Failure::code).isEqualTo("execution.timeout");
    }

    private static Execution execution(String status, @Nullable Instant end, @Nullable ExecutionError error) {
        return new Execution(
                UUID.fromString("0190a000-0000-7000-8000-000000000001"),
                "Internet lead",
                3,
                status,
                new TriggerRef(TriggerKind.EVENT, "lead", "e-1", "com.automatrix.lead.received.v1"),
                START,
                end,
                end == null ? null : end.toEpochMilli() - START.toEpochMilli(),
                false,
                error);
    }

    private static Step step(
            String id,
            String type,
            int attempt,
            String status,
            @Nullable Object output,
            @Nullable StepError error,
            String... handles) {
        boolean isOver = !status.equals("WAITING");
        return new Step(
                id,
                id,
                null,
                type,
                attempt,
                status,
                output,
                error,
                List.of(handles),
                START,
                isOver ? START : null,
                isOver ? 0L : null);
    }
}
