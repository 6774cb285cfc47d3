package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Join;
import com.automatrix.contracts.definition.OnError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Repeat, scope and race. */
class ContainersTest {

    private static Graph repeat(Map<String, Object> config) {
        return Graph.graph().step("poll", "flow.repeat", config).work("check").inside("poll", "check");
    }

    private static Graph scope() {
        return Graph.graph()
                .step("booking", "flow.scope", Map.of())
                .work("hold", "confirm", "after")
                .inside("booking", "hold", "confirm")
                .edge("hold", "confirm")
                .edge("booking", "after");
    }

    private static Graph race() {
        return Graph.graph()
                .step("first", "flow.race", Map.of())
                .work("left", "leftEnd", "right")
                .inside("first", "left", "leftEnd", "right")
                .edge("left", "leftEnd");
    }

    @Test
    void rounds_follow_each_other_until_the_condition_holds() {
        Scenario.execution(repeat(Map.of("until", "{{ steps.check.output = 'DONE' }}")))
                .starts()
                .requests("check[0]")
                .onSuccess("check[0]", "BUSY")
                .requests("check[1]")
                .onSuccess("check[1]", "DONE")
                .gives(Map.of("poll", Map.of("check", "DONE")))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void a_delay_between_rounds_is_a_timer() {
        Scenario.execution(repeat(Map.of("until", "{{ index = 1 }}", "delay", "PT30S", "output", "{{ index }}")))
                .starts()
                .onSuccess("check[0]")
                .requests()
                .is(ExecutionStatus.WAITING)
                .onTimer(TimerKind.ITERATION, "poll")
                .requests("check[1]")
                .onSuccess("check[1]")
                .gives(Map.of("poll", 1))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void too_many_rounds_fail_the_step() {
        Scenario.execution(repeat(Map.of("until", "{{ false }}", "maxIterations", 2)))
                .starts()
                .onSuccess("check[0]")
                .onSuccess("check[1]")
                .requests()
                .failsWith("repeat.too-many-rounds");
    }

    @Test
    void rounds_of_steps_inside_the_engine_do_not_hold_up_others() {
        Graph graph = Graph.graph()
                .step("count", "flow.repeat", Map.of("until", "{{ index = 149 }}", "maxIterations", 1_000))
                .step("note", "data.transform", Map.of("value", "{{ index }}"))
                .inside("count", "note");

        Scenario.execution(graph)
                .starts()
                .is(ExecutionStatus.WAITING)
                .onTimer(TimerKind.ITERATION, "count")
                .gives(Map.of("count", Map.of("note", 149)))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void a_scope_is_finished_when_everything_inside_is_decided() {
        Scenario.execution(scope())
                .starts()
                .requests("hold")
                .onSuccess("hold")
                .requests("confirm")
                .onSuccess("confirm")
                .requests("after")
                .satisfies(it ->
                        assertThat(it.run("booking").output()).isEqualTo(Map.of("confirm", Map.of("by", "confirm"))))
                .onSuccess("after")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void a_scope_takes_the_error_of_any_step_inside() {
        Scenario.execution(scope().work("mend").edge("booking", "error", "mend"))
                .starts()
                .onSuccess("hold")
                .onFailure("confirm")
                .requests("mend")
                .has("after", StepStatus.SKIPPED)
                .onSuccess("mend")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void the_error_of_a_scope_is_data_for_what_follows() {
        Graph graph = scope().step("note", "data.transform", Map.of("value", "{{ steps.booking.error.code }}"))
                .edge("booking", "error", "note");

        Scenario.execution(graph)
                .starts()
                .onFailure("hold")
                .gives(Map.of("note", "test.failed"))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void the_innermost_container_that_takes_an_error_gets_it() {
        Graph graph = Graph.graph()
                .step("outer", "flow.scope", Map.of())
                .step("inner", "flow.scope", Map.of())
                .work("call", "mend")
                .inside("outer", "inner")
                .inside("inner", "call")
                .edge("outer", "error", "mend");

        Scenario.execution(graph).starts().onFailure("call").requests("mend").has("outer", StepStatus.FAILED);
    }

    @Test
    void a_scope_may_go_on_after_an_error() {
        Scenario.execution(scope().onError("booking", OnError.CONTINUE))
                .starts()
                .onFailure("hold")
                .requests("after")
                .onSuccess("after")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void a_scope_has_one_timeout_for_all_that_is_inside() {
        Scenario.execution(scope().timeout("booking", Duration.ofMinutes(2)))
                .starts()
                .onSuccess("hold")
                .onTimer(TimerKind.STEP_TIMEOUT, "booking")
                .cancels("confirm")
                .failsWith("step.timeout")
                .satisfies(it -> assertThat(it.openTimers()).isEmpty());
    }

    @Test
    void what_is_inside_is_cancelled_with_its_container() {
        Graph graph = Graph.graph()
                .step("booking", "flow.scope", Map.of())
                .work("hold", "quick", "next")
                .inside("booking", "hold")
                .edge("quick", "next")
                .edge("booking", "next")
                .join("next", Join.ANY, true);

        Scenario.execution(graph)
                .starts()
                .onSuccess("quick")
                .cancels("hold")
                .requests("next")
                .has("booking", StepStatus.CANCELLED);
    }

    @Test
    void the_first_branch_to_finish_wins_and_the_others_are_cancelled() {
        Scenario.execution(race())
                .starts()
                .requests("left", "right")
                .onSuccess("left")
                .requests("leftEnd")
                .onSuccess("right")
                .cancels("leftEnd")
                .gives(Map.of("first", Map.of("winner", "right", "output", Map.of("right", Map.of("by", "right")))))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void a_failed_branch_loses_and_the_race_fails_when_all_have() {
        Scenario.execution(race())
                .starts()
                .onFailure("right")
                .is(ExecutionStatus.RUNNING)
                .onSuccess("left")
                .onSuccess("leftEnd")
                .ends(ExecutionStatus.COMPLETED);
        Scenario.execution(race()).starts().onFailure("left").onFailure("right").failsWith("test.failed");
    }

    @Test
    void an_end_inside_a_container_ends_the_execution() {
        Graph graph = Graph.graph()
                .step("each", "flow.foreach", Map.of("items", List.of(1, 2), "parallel", 2))
                .work("call")
                .step("stop", "flow.end", Map.of("output", "{{ item }}"))
                .inside("each", "call", "stop")
                .edge("call", "stop");

        Scenario.execution(graph)
                .starts()
                .onSuccess("call[1]")
                .cancels("call[0]")
                .gives(2)
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void cancelling_reaches_every_depth() {
        Scenario.execution(scope()).starts().onCancel().cancels("hold").ends(ExecutionStatus.CANCELLED);
    }
}
