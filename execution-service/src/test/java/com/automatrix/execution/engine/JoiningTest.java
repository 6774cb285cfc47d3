package com.automatrix.execution.engine;

import static com.automatrix.execution.engine.ExecutionStatus.COMPLETED;
import static com.automatrix.execution.engine.Graph.graph;
import static com.automatrix.execution.engine.Scenario.execution;
import static com.automatrix.execution.engine.StepStatus.CANCELLED;
import static com.automatrix.execution.engine.StepStatus.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Join;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parallel branches and what brings them together again. */
class JoiningTest {

    private static Graph parallel() {
        return graph().work("left", "right", "join").edge("left", "join").edge("right", "join");
    }

    @Test
    void a_join_waits_for_all_its_branches() {
        execution(parallel())
                .starts()
                .requests("left", "right")
                .onSuccess("right")
                .requests()
                .onSuccess("left")
                .requests("join")
                .onSuccess("join")
                .ends(COMPLETED);
    }

    @Test
    void the_golden_parallel_join_completes_in_one_decision() {
        execution("parallel-join")
                .starts(1)
                .ends(COMPLETED)
                .gives(Map.of("join", Map.of("left", "left", "right", "right")));
    }

    @Test
    void an_untaken_branch_never_blocks_a_join() {
        execution(graph().step("which", "flow.if", Map.of("condition", "{{ false }}"))
                        .work("yes", "deep", "other", "join")
                        .edge("which", "true", "yes")
                        .edge("yes", "deep")
                        .edge("deep", "join")
                        .edge("other", "join"))
                .starts()
                .requests("other")
                .has("yes", SKIPPED)
                .has("deep", SKIPPED)
                .onSuccess("other")
                .requests("join");
    }

    @Test
    void a_join_that_nothing_reaches_is_skipped() {
        execution(graph().step("which", "flow.if", Map.of("condition", "{{ false }}"))
                        .work("a", "b", "join")
                        .edge("which", "true", "a")
                        .edge("which", "true", "b")
                        .edge("a", "join")
                        .edge("b", "join"))
                .starts()
                .has("join", SKIPPED)
                .ends(COMPLETED)
                .gives(Map.of());
    }

    @Test
    void any_runs_at_the_first_branch_and_ignores_the_later_ones() {
        execution(parallel().join("join", Join.ANY, false))
                .starts()
                .onSuccess("left")
                .requests("join")
                .onSuccess("right")
                .requests()
                .onSuccess("join")
                .ends(COMPLETED);
    }

    @Test
    void at_least_two_runs_at_the_second_branch() {
        execution(graph().work("a", "b", "c", "join")
                        .edge("a", "join")
                        .edge("b", "join")
                        .edge("c", "join")
                        .join("join", new Join.AtLeast(2), false))
                .starts()
                .onSuccess("c")
                .requests()
                .onSuccess("a")
                .requests("join");
    }

    @Test
    void at_least_two_is_skipped_as_soon_as_two_can_no_longer_come() {
        execution(parallel().join("join", new Join.AtLeast(2), false))
                .starts()
                .onSuccess("left", null, "other")
                .has("join", SKIPPED);
    }

    @Test
    void the_branches_that_only_lead_to_a_decided_join_are_cancelled() {
        execution(graph().work("quick", "slow", "later", "side", "aside", "join")
                        .edge("quick", "join")
                        .edge("slow", "later")
                        .edge("later", "join")
                        .edge("side", "join")
                        .edge("side", "aside")
                        .join("join", Join.ANY, true))
                .starts()
                .requests("quick", "slow", "side")
                .onSuccess("quick")
                .cancels("slow")
                .requests("join")
                .has("slow", CANCELLED)
                .has("later", SKIPPED)
                .has("side", StepStatus.RUNNING)
                .onSuccess("slow")
                .isIgnored();
    }

    @Test
    void one_step_may_be_reached_by_two_handles_of_another() {
        execution(graph().work("a", "b").edge("a", "out", "b").edge("a", "other", "b"))
                .starts()
                .onSuccess("a", null, "other")
                .requests("b")
                .onSuccess("b")
                .ends(COMPLETED)
                .satisfies(scenario -> assertThat(scenario.openTimers()).isEmpty());
    }
}
