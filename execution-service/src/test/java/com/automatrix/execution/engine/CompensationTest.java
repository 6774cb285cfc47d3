package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.message.StepOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompensationTest {

    private static Graph chain() {
        return Graph.graph()
                .work("hold", "order", "pay")
                .edge("hold", "order")
                .edge("order", "pay")
                .undo("hold", "order");
    }

    @Test
    void a_failing_execution_undoes_its_completed_steps_in_reverse_order() {
        Scenario scenario = Scenario.execution(chain())
                .starts()
                .onSuccess("hold")
                .onSuccess("order")
                .onFailure("pay")
                .is(ExecutionStatus.COMPENSATING)
                .requests("order:compensation");
        assertThat(scenario.stepRequests().getFirst().request().config())
                .isEqualTo(Map.of("undo", Map.of("by", "order")));

        scenario.onSuccess("order:compensation")
                .requests("hold:compensation")
                .onSuccess("hold:compensation")
                .failsWith("test.failed");
    }

    @Test
    void a_cancelled_execution_is_undone_and_then_cancelled() {
        Scenario.execution(chain())
                .starts()
                .onSuccess("hold")
                .onCancel()
                .cancels("order")
                .requests("hold:compensation")
                .is(ExecutionStatus.COMPENSATING)
                .onCancel()
                .isIgnored()
                .onSuccess("hold:compensation")
                .ends(ExecutionStatus.CANCELLED);
    }

    @Test
    void an_execution_with_nothing_to_undo_ends_at_once() {
        Scenario.execution(chain()).starts().onCancel().ends(ExecutionStatus.CANCELLED);
    }

    @Test
    void a_compensation_that_fails_is_tried_again_then_noted_and_the_others_still_run() {
        Scenario.execution(chain())
                .starts()
                .onSuccess("hold")
                .onSuccess("order")
                .onFailure("pay")
                .onPassingFailure("order:compensation")
                .has("order:compensation", StepStatus.RETRYING)
                .onTimer(TimerKind.RETRY, "order:compensation")
                .requests("order:compensation")
                .onPassingFailure("order:compensation")
                .has("order:compensation", StepStatus.FAILED)
                .requests("hold:compensation")
                .onSuccess("hold:compensation")
                .failsWith("test.failed");
    }

    @Test
    void a_success_that_comes_late_is_undone_as_well() {
        Scenario.execution(chain())
                .starts()
                .onSuccess("hold")
                .onCancel()
                .onAnswer("order", 1, new StepOutcome.Succeeded("late", null))
                .requests()
                .onAnswer("order", 1, new StepOutcome.Succeeded("late", null))
                .isIgnored()
                .onSuccess("hold:compensation")
                .requests("order:compensation")
                .onSuccess("order:compensation")
                .ends(ExecutionStatus.CANCELLED);
    }

    @Test
    void an_execution_that_completes_undoes_nothing() {
        Scenario.execution(chain())
                .starts()
                .onSuccess("hold")
                .onSuccess("order")
                .onSuccess("pay")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void iterations_are_undone_too_the_last_first() {
        Graph graph = Graph.graph()
                .step("each", "flow.foreach", Map.of("items", List.of("a", "b")))
                .work("call", "after")
                .inside("each", "call")
                .undo("call")
                .edge("each", "after");

        Scenario.execution(graph)
                .starts()
                .onSuccess("call[0]")
                .onSuccess("call[1]")
                .onFailure("after")
                .requests("call:compensation[1]")
                .onSuccess("call:compensation[1]")
                .requests("call:compensation[0]")
                .onSuccess("call:compensation[0]")
                .ends(ExecutionStatus.FAILED);
    }

    @Test
    void a_scope_undoes_what_was_done_inside_before_its_error_is_taken() {
        Graph graph = Graph.graph()
                .step("booking", "flow.scope", Map.of())
                .work("before", "hold", "confirm", "mend")
                .inside("booking", "hold", "confirm")
                .undo("before", "hold")
                .edge("before", "booking")
                .edge("hold", "confirm")
                .edge("booking", "error", "mend");

        Scenario.execution(graph)
                .starts()
                .onSuccess("before")
                .onSuccess("hold")
                .onFailure("confirm")
                .has("booking", StepStatus.COMPENSATING)
                .requests("hold:compensation")
                .onSuccess("hold:compensation")
                .requests("mend")
                .has("booking", StepStatus.FAILED)
                .onFailure("mend")
                .requests("before:compensation")
                .onSuccess("before:compensation")
                .ends(ExecutionStatus.FAILED);
    }

    @Test
    void a_finished_scope_hands_what_can_be_undone_to_the_one_around_it() {
        Graph graph = Graph.graph()
                .step("booking", "flow.scope", Map.of())
                .work("hold", "pay")
                .inside("booking", "hold")
                .undo("hold")
                .edge("booking", "pay");

        Scenario.execution(graph)
                .starts()
                .onSuccess("hold")
                .onFailure("pay")
                .requests("hold:compensation")
                .onSuccess("hold:compensation")
                .ends(ExecutionStatus.FAILED);
    }

    @Test
    void an_execution_that_fails_while_a_scope_is_undone_goes_on_undoing() {
        Graph graph = Graph.graph()
                .step("booking", "flow.scope", Map.of())
                .work("hold", "confirm", "beside", "mend")
                .inside("booking", "hold", "confirm")
                .undo("hold")
                .edge("hold", "confirm")
                .edge("booking", "error", "mend");

        Scenario.execution(graph)
                .starts()
                .onSuccess("hold")
                .onFailure("confirm")
                .onFailure("beside")
                .is(ExecutionStatus.COMPENSATING)
                .onSuccess("hold:compensation")
                .ends(ExecutionStatus.FAILED);
    }

    @Test
    void the_timeout_of_the_execution_does_not_stop_what_is_undone() {
        Scenario.execution(chain().timeout(Duration.ofHours(1)))
                .starts()
                .onSuccess("hold")
                .onTimer(TimerKind.EXECUTION_TIMEOUT, null)
                .requests("hold:compensation")
                .onTimer(TimerKey.executionTimeout())
                .isIgnored()
                .onSuccess("hold:compensation")
                .failsWith("execution.timeout");
    }
}
