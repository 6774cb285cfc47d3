package com.automatrix.execution.engine;

import static com.automatrix.execution.engine.ExecutionStatus.CANCELLED;
import static com.automatrix.execution.engine.ExecutionStatus.COMPLETED;
import static com.automatrix.execution.engine.Graph.graph;
import static com.automatrix.execution.engine.Scenario.execution;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.expression.JsonataExpressions;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Cancelling, and inputs that come twice, too late or to the wrong address. */
class CancellingTest {

    @Test
    void a_cancelled_execution_ends_at_once_and_never_waits_for_a_worker() {
        execution(graph().work("running", "retrying", "after")
                        .edge("running", "after")
                        .timeout(Duration.ofHours(1)))
                .starts()
                .onPassingFailure("retrying")
                .onCancel()
                .cancels("running")
                .ends(CANCELLED)
                .satisfies(scenario -> assertThat(scenario.openTimers()).isEmpty())
                .onSuccess("running")
                .isIgnored();
    }

    @Test
    void a_waiting_execution_can_be_cancelled() {
        execution(graph().work("call"))
                .starts()
                .onPassingFailure("call")
                .is(ExecutionStatus.WAITING)
                .onCancel()
                .cancels()
                .ends(CANCELLED);
    }

    @Test
    void a_second_cancel_changes_nothing() {
        UUID commandId = new UUID(9, 9);

        execution(graph().work("call"))
                .starts()
                .onCancel(commandId)
                .ends(CANCELLED)
                .onCancel(commandId)
                .isIgnored()
                .onCancel()
                .isIgnored();
    }

    @Test
    void a_finished_execution_refuses_to_be_cancelled() {
        execution(graph().work("call"))
                .starts()
                .onSuccess("call")
                .ends(COMPLETED)
                .onCancel()
                .isRefused("execution.already-finished");
    }

    @Test
    void commands_are_remembered() {
        UUID commandId = new UUID(9, 9);

        execution(graph().work("call"))
                .starts()
                .onCancel(commandId)
                .satisfies(scenario ->
                        assertThat(scenario.state().appliedCommands()).containsExactly(new UUID(1, 1), commandId));
    }

    @Test
    void a_second_start_changes_nothing() {
        execution(graph().work("call")).starts().starts().isIgnored();
    }

    @Test
    void a_duplicate_answer_changes_nothing() {
        execution(graph().work("a", "b"))
                .starts()
                .onSuccess("a")
                .onSuccess("a", "again")
                .isIgnored()
                .onAnswer("b", 2, new StepOutcome.Succeeded("of an attempt that was never made", null))
                .isIgnored()
                .onAnswer("nowhere", 1, new StepOutcome.Succeeded(null, null))
                .isIgnored();
    }

    @Test
    void what_is_not_live_ignores_everything_but_a_start() {
        execution(graph().work("a")).onCancel().isIgnored();
        execution(graph().work("a")).onTimer(TimerKey.executionTimeout()).isIgnored();
    }

    @Test
    void an_input_for_another_execution_is_refused() {
        Scenario scenario = execution(graph().work("a")).starts();
        ExecutionId other = new ExecutionId(new UUID(4, 4));

        scenario.apply(new Input.Cancel(new CancelExecution(new UUID(5, 5), other, null, null)))
                .isRefused("execution.mismatch");
        scenario.apply(new Input.Start(scenario.startCommand(other, null))).isRefused("execution.mismatch");
    }

    @Test
    void an_execution_goes_on_with_the_version_it_started_with_only() {
        Scenario scenario = execution(graph().work("a")).starts();
        CompiledWorkflow next =
                CompiledWorkflow.compile(Scenario.WORKFLOW, 4, "Next", graph().definition(), Graph::stepType);
        CompiledWorkflow other = CompiledWorkflow.compile(
                new WorkflowId(new UUID(8, 8)), 3, "Other", graph().definition(), Graph::stepType);
        ExecutionEngine engine = new ExecutionEngine(new JsonataExpressions(), new SchemaCheck()::value);

        Decision onNext = engine.apply(
                next, scenario.state(), new Input.TimerDue(TimerKey.executionTimeout()), Scenario.BEGINNING);
        Decision onOther = engine.apply(
                other, null, new Input.Start(scenario.startCommand(Scenario.EXECUTION, null)), Scenario.BEGINNING);

        assertThat(onNext)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("execution.wrong-version"));
        assertThat(onOther)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("execution.wrong-version"));
    }
}
