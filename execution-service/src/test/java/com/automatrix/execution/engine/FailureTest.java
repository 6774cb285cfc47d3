package com.automatrix.execution.engine;

import static com.automatrix.execution.engine.ExecutionStatus.COMPLETED;
import static com.automatrix.execution.engine.ExecutionStatus.FAILED;
import static com.automatrix.execution.engine.ExecutionStatus.RUNNING;
import static com.automatrix.execution.engine.ExecutionStatus.WAITING;
import static com.automatrix.execution.engine.Graph.graph;
import static com.automatrix.execution.engine.Scenario.execution;
import static com.automatrix.execution.engine.StepStatus.RETRYING;
import static com.automatrix.execution.engine.StepStatus.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.OnError;
import com.automatrix.contracts.definition.Retry;
import com.automatrix.contracts.message.StepOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Retries, timeouts and what follows when the attempts are used up. */
class FailureTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_passing_failure_is_retried_after_a_wait_that_holds_nothing() {
        execution(graph().work("call"))
                .starts()
                .onPassingFailure("call")
                .requests()
                .has("call", RETRYING)
                .is(WAITING)
                .onTimer(TimerKind.RETRY, "call")
                .requests("call")
                .is(RUNNING)
                .satisfies(scenario -> assertThat(
                                scenario.stepRequests().getFirst().request().attempt())
                        .isEqualTo(2))
                .onSuccess("call", "at last")
                .ends(COMPLETED)
                .gives(Map.of("call", "at last"));
    }

    @Test
    void every_attempt_gets_the_input_of_the_first() {
        execution(graph().step("call", Graph.WORK, Map.of("at", "{{ $now() }}")))
                .starts()
                .onPassingFailure("call")
                .onTimer(TimerKind.RETRY, "call")
                .satisfies(scenario -> assertThat(
                                scenario.stepRequests().getFirst().request().config())
                        .isEqualTo(Map.of("at", "2026-03-04T05:06:07.000Z")));
    }

    @Test
    void the_execution_fails_when_the_attempts_are_used_up() {
        execution(graph().work("call"))
                .starts()
                .onPassingFailure("call")
                .onTimer(TimerKind.RETRY, "call")
                .onPassingFailure("call")
                .onTimer(TimerKind.RETRY, "call")
                .onPassingFailure("call")
                .failsWith("test.busy")
                .satisfies(scenario -> assertThat(scenario.openTimers()).isEmpty());
    }

    @Test
    void a_final_failure_is_not_retried() {
        execution(graph().work("call")).starts().onFailure("call").failsWith("test.failed");
    }

    @Test
    void a_failing_execution_cancels_what_is_running_and_waiting() {
        execution(graph().work("bad", "running", "retrying"))
                .starts()
                .onPassingFailure("retrying")
                .onFailure("bad")
                .cancels("running")
                .ends(FAILED)
                .has("running", StepStatus.CANCELLED)
                .has("retrying", StepStatus.CANCELLED)
                .satisfies(scenario -> assertThat(scenario.openTimers()).isEmpty());
    }

    @Test
    void waits_grow_up_to_the_longest_and_jitter_takes_off_at_most_half() {
        Retry policy = new Retry(6, Duration.ofSeconds(1), 3.0, Duration.ofSeconds(10));
        List<Duration> longest =
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(9), Duration.ofSeconds(10));
        Scenario scenario =
                execution(graph().work("call").retry("call", policy)).starts();

        for (Duration most : longest) {
            var before = scenario.now();
            scenario.onPassingFailure("call");
            Duration wait = Duration.between(
                    before, scenario.timer(TimerKind.RETRY, "call").dueAt());
            assertThat(wait).isBetween(most.dividedBy(2), most);
            scenario.onTimer(TimerKind.RETRY, "call");
        }
    }

    @Test
    void retry_after_is_honoured() {
        execution(graph().work("call"))
                .starts()
                .onPassingFailure("call", MINUTE)
                .satisfies(scenario -> assertThat(
                                scenario.timer(TimerKind.RETRY, "call").dueAt())
                        .isEqualTo(Scenario.BEGINNING.plus(MINUTE)));
    }

    @Test
    void an_error_edge_takes_the_error_as_data() {
        execution(graph().work("call")
                        .step("repair", "data.transform", Map.of("value", "{{ steps.call.error.code }}"))
                        .work("next")
                        .edge("call", "error", "repair")
                        .edge("call", "next"))
                .starts()
                .onFailure("call")
                .has("next", SKIPPED)
                .ends(COMPLETED)
                .gives(Map.of("repair", "test.failed"));
    }

    @Test
    void continue_goes_on_with_a_null_output() {
        execution(graph().work("call")
                        .onError("call", OnError.CONTINUE)
                        .step(
                                "next",
                                "data.transform",
                                Map.of("value", "{{ steps.call.output = null and steps.call.error.code }}"))
                        .edge("call", "next"))
                .starts()
                .onFailure("call")
                .ends(COMPLETED)
                .gives(Map.of("next", true));
    }

    @Test
    void an_attempt_that_takes_too_long_is_cancelled_and_retried() {
        execution(graph().work("call").timeout("call", MINUTE))
                .starts()
                .satisfies(scenario -> assertThat(
                                scenario.timer(TimerKind.STEP_TIMEOUT, "call").dueAt())
                        .isEqualTo(Scenario.BEGINNING.plus(MINUTE)))
                .onTimer(TimerKind.STEP_TIMEOUT, "call")
                .cancels("call")
                .has("call", RETRYING)
                .onAnswer("call", 1, new StepOutcome.Succeeded("too late", null))
                .isIgnored()
                .onTimer(TimerKind.RETRY, "call")
                .requests("call")
                .onAnswer("call", 1, new StepOutcome.Succeeded("much too late", null))
                .isIgnored()
                .onSuccess("call", "in time")
                .gives(Map.of("call", "in time"));
    }

    @Test
    void a_heartbeat_extends_the_lease_of_a_step_without_a_timeout() {
        execution(graph().work("call"))
                .starts()
                .onPassingFailure("call")
                .onTimer(TimerKind.RETRY, "call")
                .onAnswer("call", 2, new StepOutcome.Running())
                .satisfies(scenario -> assertThat(
                                scenario.timer(TimerKind.STEP_TIMEOUT, "call").dueAt())
                        .isEqualTo(scenario.now().plus(Duration.ofMinutes(5))));
    }

    @Test
    void a_step_that_is_put_off_keeps_its_attempt_and_outlives_the_wait() {
        execution(graph().work("call"))
                .starts()
                .satisfies(scenario -> scenario.onAnswer(
                        "call", 1, new StepOutcome.Running(scenario.now().plus(Duration.ofHours(11)), "It is night.")))
                .satisfies(scenario -> assertThat(
                                scenario.timer(TimerKind.STEP_TIMEOUT, "call").dueAt())
                        .isEqualTo(scenario.now().plus(Duration.ofHours(11)).plus(Duration.ofMinutes(5))))
                .onSuccess("call", "sent")
                .gives(Map.of("call", "sent"));
    }

    @Test
    void a_step_that_is_put_off_outlives_a_pause_too() {
        execution(graph().work("call"))
                .starts()
                .satisfies(scenario -> scenario.onAnswer(
                        "call", 1, new StepOutcome.Running(scenario.now().plus(Duration.ofHours(11)), null)))
                .onPause()
                .onResume()
                .satisfies(scenario -> assertThat(
                                scenario.timer(TimerKind.STEP_TIMEOUT, "call").dueAt())
                        .isAfter(scenario.now().plus(Duration.ofHours(10))));
    }

    @Test
    void the_timeout_of_a_step_does_not_run_while_it_is_put_off_and_counts_anew_afterwards() {
        execution(graph().work("call").timeout("call", MINUTE))
                .starts()
                .satisfies(scenario -> scenario.onAnswer(
                        "call", 1, new StepOutcome.Running(scenario.now().plus(Duration.ofHours(11)), "It is night.")))
                .satisfies(scenario -> assertThat(
                                scenario.timer(TimerKind.STEP_TIMEOUT, "call").dueAt())
                        .isEqualTo(scenario.now().plus(Duration.ofHours(11)).plus(Duration.ofMinutes(1))))
                .onTimer(TimerKind.STEP_TIMEOUT, "call")
                .cancels("call")
                .has("call", RETRYING);
    }

    @Test
    void a_heartbeat_does_not_extend_the_timeout_of_a_step() {
        execution(graph().work("call").timeout("call", MINUTE))
                .starts()
                .onAnswer("call", 1, new StepOutcome.Running())
                .isIgnored();
    }

    @Test
    void an_execution_that_takes_too_long_fails() {
        execution(graph().work("call").timeout(MINUTE))
                .starts()
                .onTimer(TimerKind.EXECUTION_TIMEOUT, null)
                .cancels("call")
                .failsWith("execution.timeout")
                .satisfies(scenario -> assertThat(scenario.openTimers()).isEmpty());
    }

    @Test
    void an_output_larger_than_a_step_may_have_fails_the_step() {
        execution(graph().work("call"))
                .starts()
                .onSuccess("call", "x".repeat(256 * 1024))
                .failsWith("step.output-too-large")
                .satisfies(scenario -> assertThat(scenario.state().error())
                        .extracting("message")
                        .asString()
                        .contains("256 KiB"));
    }

    @Test
    void an_input_larger_than_a_step_may_have_fails_the_step() {
        execution(graph().step("call", Graph.WORK, Map.of("a", "{{ input }}", "b", "{{ input }}")))
                .starts("x".repeat(200 * 1024))
                .failsWith("step.input-too-large");
    }

    @Test
    void a_context_that_grows_too_large_fails_the_step_that_filled_it() {
        Graph graph = graph();
        for (int i = 0; i < 21; i++) {
            graph.work("step" + i);
        }
        Scenario scenario = execution(graph).starts();
        for (int i = 0; i < 20; i++) {
            scenario.onSuccess("step" + i, "x".repeat(200 * 1024));
        }

        scenario.onSuccess("step20", "x".repeat(200 * 1024)).failsWith("execution.context-too-large");
    }

    @Test
    void an_input_larger_than_an_execution_may_have_fails_it_at_once() {
        execution(graph().work("call"))
                .starts("x".repeat(4 * 1024 * 1024))
                .requests()
                .failsWith("execution.input-too-large");
    }

    @Test
    void a_worker_that_asks_for_other_steps_fails_its_step() {
        execution(graph().work("call"))
                .starts()
                .onAnswer("call", 1, new StepOutcome.Continue(null, List.of()))
                .failsWith("step.unsupported-outcome");
    }
}
