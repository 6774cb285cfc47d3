package com.automatrix.execution.engine;

import static com.automatrix.execution.engine.ExecutionStatus.COMPLETED;
import static com.automatrix.execution.engine.ExecutionStatus.RUNNING;
import static com.automatrix.execution.engine.Graph.graph;
import static com.automatrix.execution.engine.Scenario.execution;
import static com.automatrix.execution.engine.StepStatus.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.message.ExecutionEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequence, branches and the steps that the engine evaluates itself. */
class FlowTest {

    @Test
    void steps_run_one_after_the_other_and_see_what_came_before() {
        execution(graph().work("first")
                        .step(
                                "second",
                                Graph.WORK,
                                Map.of("text", "{{ steps.first.output.by }} of {{ vars.storeName }}"))
                        .edge("first", "second"))
                .starts()
                .requests("first")
                .is(RUNNING)
                .onSuccess("first")
                .requests("second")
                .satisfies(scenario -> assertThat(
                                scenario.stepRequests().getFirst().request().config())
                        .isEqualTo(Map.of("text", "first of Smith Cars")))
                .onSuccess("second", 42)
                .ends(COMPLETED)
                .gives(Map.of("second", 42));
    }

    @Test
    void a_request_says_all_that_a_worker_needs() {
        execution(graph().step("work", Graph.WORK, Map.of("a", "{{ input.x }}")))
                .starts(Map.of("x", 1))
                .satisfies(scenario -> {
                    var request = scenario.stepRequests().getFirst();
                    assertThat(request.worker()).isEqualTo("io");
                    assertThat(request.request().config()).isEqualTo(Map.of("a", 1));
                    assertThat(request.request().attempt()).isEqualTo(1);
                    assertThat(request.request().correlationId()).isEqualTo("correlation");
                    assertThat(request.request().idempotencyKey()).isEqualTo(Scenario.EXECUTION + "/work");
                    assertThat(request.request().deadline()).isEqualTo(Scenario.BEGINNING.plusSeconds(300));
                });
    }

    @ParameterizedTest
    @CsvSource({"SALES, sales", "SERVICE, office"})
    void an_if_fires_one_handle_and_the_other_branch_is_skipped(String leadType, String team) {
        execution("branch")
                .starts(Map.of("leadType", leadType))
                .ends(COMPLETED)
                .has(team.equals("sales") ? "others" : "sales", SKIPPED)
                .gives(Map.of("done", Map.of("team", team)));
    }

    @Test
    void an_if_explains_its_decision() {
        execution("branch")
                .starts(Map.of("leadType", "SALES"))
                .satisfies(scenario -> assertThat(scenario.history())
                        .filteredOn(ExecutionEvent.StepSucceeded.class::isInstance)
                        .first()
                        .isInstanceOfSatisfying(ExecutionEvent.StepSucceeded.class, event -> {
                            assertThat(event.handles()).containsExactly("true");
                            assertThat(event.output()).isEqualTo(Map.of("result", true));
                            assertThat(event.explanation())
                                    .isEqualTo(Map.of(
                                            "expression",
                                            "{{ input.leadType = 'SALES' }}",
                                            "value",
                                            true,
                                            "holds",
                                            true));
                        }));
    }

    @ParameterizedTest
    @CsvSource({"1, low", "7, low high", "20, high", "-1, default"})
    void a_switch_fires_every_case_that_holds_or_the_default(int number, String fired) {
        Scenario scenario = execution(graph().step(
                                "which",
                                "flow.switch",
                                Map.of(
                                        "cases",
                                        List.of(
                                                Map.of("handle", "low", "when", "{{ input.n > 0 and input.n < 10 }}"),
                                                Map.of("handle", "high", "when", "{{ input.n > 5 }}"))))
                        .work("low", "high", "default")
                        .edge("which", "low", "low")
                        .edge("which", "high", "high")
                        .edge("which", "default", "default"))
                .starts(Map.of("n", number));

        scenario.requests(fired.split(" ", -1));
    }

    @Test
    void an_end_completes_with_its_output_and_cancels_the_rest() {
        execution(graph().work("slow", "quick")
                        .step("end", "flow.end", Map.of("output", Map.of("was", "{{ steps.quick.output }}")))
                        .edge("quick", "end"))
                .starts()
                .requests("slow", "quick")
                .onSuccess("quick", "fast")
                .cancels("slow")
                .ends(COMPLETED)
                .gives(Map.of("was", "fast"))
                .satisfies(scenario -> assertThat(scenario.openTimers()).isEmpty());
    }

    @Test
    void an_end_without_output_gives_the_outputs_of_the_terminal_steps() {
        execution(graph().work("a").step("end", "flow.end", Map.of()).work("b").edge("a", "end"))
                .starts()
                .onSuccess("b", "done")
                .onSuccess("a")
                .ends(COMPLETED)
                .gives(Map.of("b", "done"));
    }

    @Test
    void a_fail_ends_the_execution_with_its_code_and_message() {
        execution(graph().step(
                                "no",
                                "flow.fail",
                                Map.of("code", "lead.incomplete", "message", "No {{ input.what }} given")))
                .starts(Map.of("what", "phone"))
                .failsWith("lead.incomplete")
                .satisfies(scenario -> assertThat(scenario.state().error())
                        .extracting("message", "nodeId")
                        .containsExactly("No phone given", "no"));
    }

    @Test
    void a_workflow_without_steps_completes_at_once() {
        execution(graph()).starts().ends(COMPLETED).gives(Map.of());
    }

    @Test
    void a_value_may_be_null() {
        Map<String, Object> config = new java.util.HashMap<>();
        config.put("value", null);

        execution(graph().step("none", "data.transform", config))
                .starts()
                .ends(COMPLETED)
                .satisfies(scenario -> assertThat(scenario.run("none").output()).isNull());
    }

    @Test
    void a_worker_chooses_the_way_by_its_handles() {
        execution(graph().step("sort", "ai.classify", Map.of("text", "x", "labels", List.of("hot", "cold")))
                        .work("call", "wait")
                        .edge("sort", "hot", "call")
                        .edge("sort", "cold", "wait"))
                .starts()
                .satisfies(scenario ->
                        assertThat(scenario.stepRequests().getFirst().worker()).isEqualTo("ai"))
                .onSuccess("sort", Map.of("label", "hot"), "hot")
                .requests("call")
                .has("wait", SKIPPED);
    }

    @Test
    void a_handle_that_a_step_does_not_have_fails_it() {
        execution(graph().step("sort", "ai.classify", Map.of("text", "x", "labels", List.of("hot", "cold"))))
                .starts()
                .onSuccess("sort", null, "warm")
                .failsWith("step.unknown-handle");
    }

    @Test
    void an_expression_that_fails_fails_its_step_for_good() {
        execution(graph().step("sum", "data.transform", Map.of("value", "{{ 1 + 'a' }}")))
                .starts()
                .failsWith("expression.failed");
    }

    @Test
    void only_upstream_steps_are_visible() {
        execution(graph().step("a", "data.transform", Map.of("value", 1))
                        .step("b", "data.transform", Map.of("value", "{{ $exists(steps.a) }}")))
                .starts()
                .gives(Map.of("a", 1, "b", false));
    }

    @Test
    void expressions_see_the_workflow_the_execution_and_the_time_of_the_input() {
        execution(graph().step(
                                "see",
                                "data.transform",
                                Map.of(
                                        "value",
                                        List.of(
                                                "{{ workflow.name }} {{ workflow.version }}",
                                                "{{ execution.id }}",
                                                "{{ $now() }}"))))
                .starts()
                .gives(Map.of("see", List.of("Scenario 3", Scenario.EXECUTION.toString(), "2026-03-04T05:06:07.000Z")));
    }

    @Test
    void a_step_of_a_type_that_is_not_known_fails() {
        execution(graph().step("odd", "acme.unheard", Map.of())).starts().failsWith("step.unsupported-type");
    }
}
