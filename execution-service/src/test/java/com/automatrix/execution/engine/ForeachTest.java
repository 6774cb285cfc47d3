package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.message.ExecutionEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForeachTest {

    private static Graph each(Map<String, Object> config) {
        return Graph.graph().step("each", "flow.foreach", config).work("call").inside("each", "call");
    }

    private static Map<String, Object> config(int parallel) {
        return Map.of("items", "{{ input.items }}", "parallel", parallel, "output", "{{ steps.call.output }}");
    }

    @Test
    void items_are_worked_on_one_after_the_other_by_default() {
        Scenario.execution(each(Map.of("items", "{{ input.items }}", "output", "{{ steps.call.output.by }}")))
                .starts(Map.of("items", List.of("a", "b")))
                .requests("call[0]")
                .onSuccess("call[0]")
                .requests("call[1]")
                .onSuccess("call[1]")
                .gives(Map.of("each", List.of("call[0]", "call[1]")))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void no_more_are_going_on_than_the_limit_says_and_the_results_keep_the_order() {
        Scenario.execution(each(config(2)))
                .starts(Map.of("items", List.of(1, 2, 3)))
                .requests("call[0]", "call[1]")
                .onSuccess("call[1]", "second")
                .requests("call[2]")
                .onSuccess("call[2]", "third")
                .requests()
                .onSuccess("call[0]", "first")
                .gives(Map.of("each", List.of("first", "second", "third")))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void every_step_inside_sees_its_item_and_its_index() {
        Scenario.execution(Graph.example("foreach"))
                .starts(Map.of(
                        "vehicles", List.of(Map.of("year", 2020, "make", "Kia"), Map.of("year", 2022, "make", "VW"))))
                .gives(Map.of("after", Map.of("labels", List.of("2020 Kia", "2022 VW"))))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void no_items_are_an_empty_result_and_a_single_value_is_a_list_of_one() {
        Scenario.execution(each(config(1))).starts(Map.of()).gives(Map.of("each", List.of()));
        Scenario.execution(each(config(1)))
                .starts(Map.of("items", "only"))
                .onSuccess("call[0]", 1)
                .gives(Map.of("each", List.of(1)));
    }

    @Test
    void a_list_that_is_too_long_is_refused_with_the_limit_named() {
        Scenario scenario = Scenario.execution(each(config(1)))
                .starts(Map.of("items", IntStream.rangeClosed(0, 10_000).boxed().toList()))
                .requests()
                .failsWith("foreach.too-many-items");

        assertThat(Objects.requireNonNull(scenario.state().error()).message()).contains("10,000");
    }

    @Test
    void the_error_of_one_item_fails_the_loop_and_cancels_the_others() {
        Scenario.execution(each(config(2)))
                .starts(Map.of("items", List.of(1, 2)))
                .onFailure("call[0]")
                .cancels("call[1]")
                .failsWith("test.failed");
    }

    @Test
    void the_error_of_one_item_stands_in_its_place_if_the_loop_goes_on() {
        Map<String, Object> config =
                Map.of("items", "{{ input.items }}", "onItemError", "CONTINUE", "output", "{{ steps.call.output }}");
        Scenario.execution(each(config))
                .starts(Map.of("items", List.of(1, 2)))
                .onFailure("call[0]")
                .requests("call[1]")
                .onSuccess("call[1]", "fine")
                .gives(Map.of(
                        "each",
                        List.of(Map.of("error", Map.of("code", "test.failed", "message", "It failed")), "fine")))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void an_error_edge_of_the_loop_takes_what_nothing_inside_took() {
        Scenario.execution(each(config(1)).work("mend").edge("each", "error", "mend"))
                .starts(Map.of("items", List.of(1)))
                .onFailure("call[0]")
                .requests("mend")
                .has("each", StepStatus.FAILED)
                .onSuccess("mend")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void loops_inside_loops_are_told_apart_by_their_paths() {
        Graph graph = Graph.graph()
                .step("outer", "flow.foreach", Map.of("items", "{{ input }}", "output", "{{ steps.inner.output }}"))
                .step(
                        "inner",
                        "flow.foreach",
                        Map.of("items", "{{ item }}", "parallel", 2, "output", "{{ steps.note.output }}"))
                .step("note", "data.transform", Map.of("value", "{{ item & '/' & index }}"))
                .work("call")
                .inside("outer", "inner")
                .inside("inner", "note", "call");

        Scenario.execution(graph)
                .starts(List.of(List.of("a", "b"), List.of("c")))
                .requests("call[0,0]", "call[0,1]")
                .onSuccess("call[0,1]")
                .onSuccess("call[0,0]")
                .requests("call[1,0]")
                .onSuccess("call[1,0]")
                .gives(Map.of("outer", List.of(List.of("a/0", "b/1"), List.of("c/0"))))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void what_is_finished_leaves_the_state() {
        Scenario scenario = Scenario.execution(each(config(1)))
                .starts(Map.of("items", List.of(1, 2, 3)))
                .onSuccess("call[0]", "x".repeat(1_000));

        assertThat(scenario.state().steps()).containsOnlyKeys("each", "call[1]");
        scenario.onSuccess("call[0]").isIgnored();
    }

    @Test
    void a_long_list_of_steps_inside_the_engine_is_done_in_several_decisions() {
        Graph graph = Graph.graph()
                .step("each", "flow.foreach", Map.of("items", "{{ [1..250] }}", "output", "{{ steps.note.output }}"))
                .step("note", "data.transform", Map.of("value", "{{ item * 2 }}"))
                .inside("each", "note");

        Scenario scenario = Scenario.execution(graph).starts();
        assertThat(iterations(scenario)).isEqualTo(100);
        scenario.onTimer(TimerKind.ITERATION, "each").onTimer(TimerKind.ITERATION, "each");

        scenario.ends(ExecutionStatus.COMPLETED);
        assertThat(iterations(scenario)).isEqualTo(250);
        assertThat(scenario.openTimers()).isEmpty();
    }

    private static long iterations(Scenario scenario) {
        return scenario.history().stream()
                .filter(ExecutionEvent.IterationFinished.class::isInstance)
                .count();
    }
}
