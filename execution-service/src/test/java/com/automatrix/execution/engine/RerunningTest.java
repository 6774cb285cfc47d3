package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.definition.Join;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.Origin;
import com.automatrix.contracts.message.Origin.Rerun;
import com.automatrix.contracts.message.StepError;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RerunningTest {

    private static final ExecutionId EARLIER = new ExecutionId(new UUID(5, 5));

    private static Origin from(@Nullable String node) {
        return Origin.of(new Rerun(EARLIER, node));
    }

    private static EarlierStep step(String id, StepStatus status, String... handles) {
        Object output = status == StepStatus.COMPLETED ? Map.of("earlier", id) : null;
        StepError error = status == StepStatus.FAILED ? StepError.permanent("test.failed", "It failed") : null;
        return new EarlierStep(
                id, status, output, error, List.of(handles), Scenario.BEGINNING, Scenario.BEGINNING.plusSeconds(1));
    }

    private static EarlierStep done(String id) {
        return step(id, StepStatus.COMPLETED, "out");
    }

    private static Graph chain() {
        return Graph.graph()
                .work("first", "beside")
                .step("second", Graph.WORK, Map.of("sees", "{{ steps.first.output.earlier }}"))
                .work("third")
                .edge("first", "second")
                .edge("second", "third")
                .edge("beside", "third");
    }

    @Test
    void what_does_not_follow_the_node_keeps_its_result() {
        Scenario scenario = Scenario.execution(chain())
                .startsFrom(from("second"), done("first"), done("beside"), done("second"), done("third"))
                .requests("second");

        assertThat(scenario.stepRequests().getFirst().request().config()).isEqualTo(Map.of("sees", "first"));
        scenario.onSuccess("second").requests("third").onSuccess("third").ends(ExecutionStatus.COMPLETED);
        assertThat(scenario.run("first").output()).isEqualTo(Map.of("earlier", "first"));
    }

    @Test
    void what_was_unfinished_starts_afresh() {
        Scenario.execution(chain())
                .startsFrom(
                        from("second"),
                        done("first"),
                        step("beside", StepStatus.CANCELLED),
                        step("second", StepStatus.FAILED))
                .requests("second", "beside");
    }

    @Test
    void a_failure_that_was_taken_is_kept_with_its_error() {
        Graph handled = Graph.graph()
                .work("first", "mend", "next")
                .edge("first", "error", "mend")
                .edge("mend", "next");

        Scenario.execution(handled)
                .startsFrom(from("next"), step("first", StepStatus.FAILED, "error"), done("mend"), done("next"))
                .requests("next")
                .has("first", StepStatus.FAILED)
                .onSuccess("next")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void what_was_skipped_stays_skipped() {
        Graph fork = Graph.graph()
                .step("which", "flow.if", Map.of("condition", "{{ true }}"))
                .work("yes", "no", "last")
                .edge("which", "true", "yes")
                .edge("which", "false", "no")
                .edge("yes", "last");

        Scenario.execution(fork)
                .startsFrom(
                        from("last"),
                        step("which", StepStatus.COMPLETED, "true"),
                        done("yes"),
                        step("no", StepStatus.SKIPPED),
                        done("last"))
                .requests("last")
                .has("no", StepStatus.SKIPPED)
                .onSuccess("last")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void what_was_undone_starts_afresh_with_all_that_follows_it() {
        Scenario.execution(chain().undo("first"))
                .startsFrom(
                        from("third"),
                        done("first"),
                        done("beside"),
                        done("second"),
                        step("third", StepStatus.FAILED),
                        step("first:compensation", StepStatus.COMPLETED))
                .requests("first");
    }

    @Test
    void what_a_join_had_cancelled_is_not_done_again() {
        Graph first = Graph.graph()
                .work("fast", "slow", "join", "after")
                .edge("fast", "join")
                .edge("slow", "join")
                .edge("join", "after")
                .join("join", new Join.Any(), true);

        Scenario.execution(first)
                .startsFrom(
                        from("after"),
                        done("fast"),
                        step("slow", StepStatus.CANCELLED),
                        done("join"),
                        step("after", StepStatus.FAILED))
                .requests("after")
                .has("slow", StepStatus.SKIPPED);
    }

    @Test
    void the_whole_is_run_again_with_nothing_kept() {
        Scenario.execution(chain()).startsFrom(from(null)).requests("first", "beside");
    }

    @Test
    void one_that_has_to_queue_keeps_the_results_until_it_is_admitted() {
        WorkflowDefinition limited = Graph.limited(new Concurrency(null, 1, null));
        String node = limited.nodes().getFirst().id();

        Scenario.execution(limited)
                .startsFrom(from("elsewhere"), done(node))
                .is(ExecutionStatus.PENDING)
                .has(node, StepStatus.COMPLETED)
                .onAdmission()
                .ends(ExecutionStatus.COMPLETED);
    }
}
