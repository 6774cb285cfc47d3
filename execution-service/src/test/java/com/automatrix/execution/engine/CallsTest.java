package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Retry;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.Origin;
import com.automatrix.contracts.message.Origin.Caller;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.TriggerKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallsTest {

    private static final String OTHER = "01920000-0000-7000-8000-000000000001";
    private static final ExecutionId CALLER = new ExecutionId(new UUID(5, 5));

    private static Graph caller() {
        return Graph.graph()
                .step("check", "flow.call", Map.of("workflowId", OTHER, "version", 2, "input", "{{ input.person }}"))
                .work("after")
                .edge("check", "after");
    }

    private static StartExecution called(Scenario scenario) {
        return scenario.told().stream()
                .filter(StartExecution.class::isInstance)
                .map(StartExecution.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static Origin calledAtDepth(int depth) {
        return Origin.of(new Caller(CALLER, StepRunId.parse("check[2]"), 3, depth));
    }

    @Test
    void a_call_starts_an_execution_of_the_other_workflow_with_its_input() {
        Scenario scenario = Scenario.execution(caller())
                .starts(Map.of("person", Map.of("name", "Ada")))
                .has("check", StepStatus.RUNNING)
                .is(ExecutionStatus.RUNNING)
                .requests();

        StartExecution start = called(scenario);
        assertThat(start.workflowId()).isEqualTo(WorkflowId.parse(OTHER));
        assertThat(start.version()).isEqualTo(2);
        assertThat(start.input()).isEqualTo(Map.of("name", "Ada"));
        assertThat(start.trigger().kind()).isEqualTo(TriggerKind.CALL);
        assertThat(start.correlationId()).isEqualTo("correlation");
        assertThat(start.origin()).isEqualTo(Origin.of(new Caller(Scenario.EXECUTION, StepRunId.of("check"), 1, 1)));
        assertThat(start.executionId().value().version()).isEqualTo(7);
        assertThat(start.executionId().value().variant()).isEqualTo(2);
        assertThat(start.executionId().value().getMostSignificantBits() >>> 16)
                .isEqualTo(Scenario.BEGINNING.toEpochMilli());
    }

    @Test
    void what_the_called_execution_gives_is_the_output_of_the_step() {
        Scenario.execution(caller())
                .starts()
                .onSuccess("check", Map.of("score", 7))
                .requests("after")
                .satisfies(
                        scenario -> assertThat(scenario.run("check").output()).isEqualTo(Map.of("score", 7)))
                .onSuccess("after")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void a_called_execution_that_fails_fails_the_step() {
        Scenario.execution(caller()).starts().onFailure("check").failsWith("test.failed");
    }

    @Test
    void a_call_is_made_again_only_where_its_node_says_so() {
        Graph patient = caller().retry("check", new Retry(2, Duration.ofSeconds(1), null, null));
        Scenario scenario = Scenario.execution(patient).starts();
        StartExecution first = called(scenario);

        scenario.onPassingFailure("check").onTimer(TimerKind.RETRY, "check");

        StartExecution second = called(scenario);
        assertThat(second.executionId()).isNotEqualTo(first.executionId());
        assertThat(second.input()).isEqualTo(first.input());
        scenario.onPassingFailure("check").failsWith("test.busy");
        Scenario.execution(caller()).starts().onPassingFailure("check").failsWith("test.busy");
    }

    @Test
    void a_cancelled_execution_cancels_the_one_it_called() {
        Scenario scenario = Scenario.execution(caller()).starts();
        ExecutionId called = called(scenario).executionId();

        scenario.onCancel().ends(ExecutionStatus.CANCELLED).cancels();

        assertThat(scenario.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        CancelExecution.class,
                        cancel -> assertThat(cancel.executionId()).isEqualTo(called));
        scenario.onSuccess("check").isIgnored();
    }

    @Test
    void a_call_that_takes_too_long_is_cancelled_and_fails() {
        Scenario scenario = Scenario.execution(caller().timeout("check", Duration.ofHours(1)))
                .starts();
        ExecutionId called = called(scenario).executionId();

        scenario.onTimer(TimerKind.STEP_TIMEOUT, "check").failsWith("step.timeout");

        assertThat(scenario.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        CancelExecution.class,
                        cancel -> assertThat(cancel.executionId()).isEqualTo(called));
    }

    @Test
    void a_call_without_a_timeout_waits_for_as_long_as_it_takes() {
        assertThat(Scenario.execution(caller()).starts().openTimers()).isEmpty();
    }

    @Test
    void a_heartbeat_means_nothing_to_a_call() {
        Scenario.execution(caller())
                .starts()
                .onAnswer("check", 1, new StepOutcome.Running())
                .isIgnored();
    }

    @Test
    void a_workflow_that_is_named_by_no_id_fails_the_step() {
        Graph unreadable = Graph.graph().step("check", "flow.call", Map.of("workflowId", "{{ input.which }}"));

        Scenario.execution(unreadable).starts(Map.of("which", "the other one")).failsWith("call.unreadable-workflow");
    }

    @Test
    void executions_may_not_call_each_other_without_end() {
        Scenario.execution(caller()).startsFrom(calledAtDepth(15)).has("check", StepStatus.RUNNING);
        Scenario.execution(caller()).startsFrom(calledAtDepth(16)).failsWith("call.too-deep");
    }

    @Test
    void a_called_execution_answers_its_caller_with_its_output() {
        Graph work = Graph.graph().work("work");
        Scenario scenario =
                Scenario.execution(work).startsFrom(calledAtDepth(1)).onSuccess("work", "done");

        assertThat(scenario.answers())
                .containsExactly(new StepCompleted(
                        CALLER,
                        StepRunId.parse("check[2]"),
                        3,
                        new StepOutcome.Succeeded(Map.of("work", "done"), null),
                        Scenario.BEGINNING,
                        scenario.now(),
                        "engine",
                        null));
    }

    @Test
    void a_called_execution_answers_its_caller_why_it_has_failed() {
        Scenario scenario = Scenario.execution(Graph.graph().work("work"))
                .startsFrom(calledAtDepth(1))
                .onFailure("work");

        assertThat(error(scenario).code()).isEqualTo("call.failed");
        assertThat(error(scenario).message())
                .isEqualTo("Expected the called execution %s to complete, but it failed: It failed"
                        .formatted(Scenario.EXECUTION));
        assertThat(error(scenario).details())
                .isEqualTo(Map.of(
                        "executionId", Scenario.EXECUTION.toString(),
                        "code", "test.failed",
                        "message", "It failed",
                        "nodeId", "work"));
    }

    @Test
    void a_called_execution_that_is_cancelled_answers_its_caller_too() {
        Scenario scenario = Scenario.execution(Graph.graph().work("work"))
                .startsFrom(calledAtDepth(1))
                .onCancel();

        assertThat(error(scenario).code()).isEqualTo("call.cancelled");
        assertThat(error(scenario).retryable()).isFalse();
    }

    @Test
    void an_execution_that_nobody_called_answers_nobody() {
        assertThat(Scenario.execution(Graph.graph().work("work"))
                        .starts()
                        .onSuccess("work")
                        .answers())
                .isEmpty();
    }

    @Test
    void many_executions_are_started_without_waiting_for_any() {
        Graph each = Graph.graph()
                .step("each", "flow.foreach", Map.of("items", "{{ input.people }}"))
                .step("start", "flow.call", Map.of("workflowId", OTHER, "input", "{{ item }}", "wait", false))
                .inside("each", "start");
        Scenario scenario = Scenario.execution(each)
                .starts(Map.of("people", List.of("Ada", "Bob")))
                .ends(ExecutionStatus.COMPLETED);

        List<StartExecution> started =
                scenario.told().stream().map(StartExecution.class::cast).toList();
        assertThat(started).extracting(StartExecution::input).containsExactly("Ada", "Bob");
        scenario.gives(Map.of(
                "each",
                started.stream()
                        .map(start -> Map.of(
                                "start",
                                Map.of("executionId", start.executionId().toString())))
                        .toList()));
    }

    @Test
    void a_step_may_be_undone_by_a_call() {
        Graph undone = Graph.graph().work("hold", "pay").edge("hold", "pay").undoByCall("hold", OTHER);
        Scenario scenario = Scenario.execution(undone)
                .starts()
                .onSuccess("hold")
                .onFailure("pay")
                .is(ExecutionStatus.COMPENSATING)
                .has("hold:compensation", StepStatus.RUNNING);

        assertThat(called(scenario).input()).isEqualTo(Map.of("by", "hold"));
        scenario.onSuccess("hold:compensation").failsWith("test.failed");
    }

    private static StepError error(Scenario scenario) {
        assertThat(scenario.answers()).hasSize(1);
        return ((StepOutcome.Failed) scenario.answers().getFirst().outcome()).error();
    }
}
