package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.definition.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PausingTest {

    private static Graph chain() {
        return Graph.graph().work("first", "second").edge("first", "second");
    }

    @Test
    void a_paused_execution_takes_results_but_asks_for_nothing() {
        Scenario.execution(chain())
                .starts()
                .onPause()
                .satisfies(scenario -> assertThat(scenario.state().isPaused()).isTrue())
                .onSuccess("first")
                .has("first", StepStatus.COMPLETED)
                .requests()
                .onResume()
                .requests("second")
                .satisfies(scenario -> assertThat(scenario.state().isPaused()).isFalse())
                .onSuccess("second")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void pausing_twice_and_resuming_what_goes_on_change_nothing() {
        Scenario.execution(chain())
                .starts()
                .onResume()
                .isIgnored()
                .onPause()
                .onPause()
                .isIgnored()
                .onSuccess("first")
                .onResume()
                .onSuccess("second")
                .onPause()
                .isRefused("execution.already-finished");
    }

    @Test
    void the_timeout_of_the_execution_stands_still() {
        Scenario scenario = Scenario.execution(chain().timeout(Duration.ofHours(2)))
                .starts()
                .later(Duration.ofHours(1))
                .onPause()
                .later(Duration.ofHours(10))
                .onTimer(TimerKey.executionTimeout())
                .isIgnored()
                .onResume();

        Instant deadline = Scenario.BEGINNING.plus(Duration.ofHours(12));
        assertThat(scenario.state().deadline()).isEqualTo(deadline);
        assertThat(scenario.timer(TimerKind.EXECUTION_TIMEOUT, null).dueAt()).isEqualTo(deadline);
        scenario.onTimer(TimerKind.EXECUTION_TIMEOUT, null).failsWith("execution.timeout");
    }

    @Test
    void a_wait_that_is_over_ends_with_the_pause() {
        Scenario scenario = Scenario.execution(Graph.graph()
                        .step("wait", "flow.wait", Map.of("duration", "PT1H"))
                        .work("after")
                        .edge("wait", "after"))
                .starts()
                .onPause()
                .onTimer(TimerKind.WAIT, "wait")
                .isIgnored()
                .later(Duration.ofHours(3))
                .onResume()
                .has("wait", StepStatus.WAITING);

        assertThat(scenario.timer(TimerKind.WAIT, "wait").dueAt())
                .isEqualTo(Scenario.BEGINNING.plus(Duration.ofHours(1)));
        scenario.onTimer(TimerKind.WAIT, "wait").requests("after");
    }

    @Test
    void a_retry_that_came_due_begins_after_the_pause() {
        Graph patient = chain().retry("first", new Retry(3, Duration.ofSeconds(10), null, null));
        Scenario scenario = Scenario.execution(patient)
                .starts()
                .onPause()
                .onPassingFailure("first")
                .onTimer(TimerKind.RETRY, "first")
                .isIgnored()
                .onResume();

        scenario.onTimer(TimerKind.RETRY, "first").requests("first");
    }

    @Test
    void the_lease_of_a_running_step_begins_anew_and_its_own_timeout_does_not() {
        Scenario scenario = Scenario.execution(
                        Graph.graph().work("lease", "limited").timeout("limited", Duration.ofMinutes(20)))
                .starts()
                .onPause()
                .later(Duration.ofHours(1))
                .onResume();

        assertThat(scenario.timer(TimerKind.STEP_TIMEOUT, "lease").dueAt())
                .isEqualTo(Scenario.BEGINNING.plus(Duration.ofMinutes(65)));
        assertThat(scenario.timer(TimerKind.STEP_TIMEOUT, "limited").dueAt())
                .isEqualTo(Scenario.BEGINNING.plus(Duration.ofMinutes(20)));
    }

    @Test
    void a_loop_goes_on_where_it_was() {
        Graph loop = Graph.graph()
                .step("each", "flow.foreach", Map.of("items", "{{ [1, 2] }}", "concurrency", 1))
                .work("visit")
                .inside("each", "visit");

        Scenario.execution(loop)
                .starts()
                .onPause()
                .onSuccess("visit[0]")
                .requests()
                .onResume()
                .requests("visit[1]")
                .onSuccess("visit[1]")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void the_delay_between_two_rounds_is_not_cut_short() {
        Graph loop = Graph.graph()
                .step("rounds", "flow.repeat", Map.of("until", "{{ index = 1 }}", "delay", "PT10M"))
                .work("visit")
                .inside("rounds", "visit");
        Scenario scenario = Scenario.execution(loop)
                .starts()
                .onSuccess("visit[0]")
                .onPause()
                .onResume();

        assertThat(scenario.timer(TimerKind.ITERATION, "rounds").dueAt())
                .isEqualTo(Scenario.BEGINNING.plus(Duration.ofMinutes(10)));
        scenario.onTimer(TimerKind.ITERATION, "rounds").requests("visit[1]");
    }

    @Test
    void cancelling_does_not_wait_for_the_end_of_a_pause() {
        Scenario.execution(chain().undo("first"))
                .starts()
                .onSuccess("first")
                .onPause()
                .onCancel()
                .cancels("second")
                .requests("first:compensation")
                .onSuccess("first:compensation")
                .ends(ExecutionStatus.CANCELLED);
    }

    @Test
    void an_execution_that_fails_during_a_pause_is_undone_after_it() {
        Scenario.execution(chain().undo("first"))
                .starts()
                .onSuccess("first")
                .onPause()
                .onFailure("second")
                .is(ExecutionStatus.COMPENSATING)
                .requests()
                .onResume()
                .requests("first:compensation")
                .onSuccess("first:compensation")
                .failsWith("test.failed");
    }

    @Test
    void one_that_is_admitted_during_a_pause_begins_after_it() {
        Scenario scenario = Scenario.execution(Graph.limited(new Concurrency(null, 1, null)))
                .queues(null)
                .onPause()
                .later(Duration.ofHours(1))
                .onAdmission()
                .requests()
                .later(Duration.ofHours(1))
                .onResume();

        assertThat(scenario.requested()).isNotEmpty();
        assertThat(scenario.state().deadline()).isEqualTo(scenario.now().plus(Graph.LIMITED_TIMEOUT));
    }
}
