package com.automatrix.execution.engine;

import static com.automatrix.execution.engine.Graph.graph;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Join;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.execution.engine.HumanTask.Addressee;
import com.automatrix.execution.engine.HumanTask.Kind;
import com.automatrix.execution.engine.HumanTask.Priority;
import com.automatrix.execution.engine.HumanTask.Question;
import com.automatrix.execution.engine.HumanTask.Times;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {

    private static final Map<String, Object> PRICE = Map.of(
            "role",
            "SALES_MANAGER",
            "title",
            "Send this price to {{ input.name }}?",
            "context",
            Map.of("price", "{{ input.price }}"),
            "due",
            "PT4H");

    private static final Map<String, Object> FORM =
            Map.of("type", "object", "properties", Map.of("miles", Map.of("type", "integer")));

    private static Graph approval(Map<String, Object> config) {
        return graph().step("ask", "human.approval", config)
                .work("send", "drop", "remind")
                .edge("ask", "approved", "send")
                .edge("ask", "rejected", "drop")
                .edge("ask", "timeout", "remind");
    }

    private static Scenario asked() {
        return asked(PRICE);
    }

    private static Scenario asked(Map<String, Object> config) {
        return Scenario.execution(approval(config)).starts(Map.of("name", "Ada", "price", 21_000));
    }

    private static Map<String, Object> with(Map<String, Object> config, String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(config);
        more.put(field, value);
        return more;
    }

    private static Map<String, Object> approvedBy(String name) {
        return Map.of("decision", "APPROVED", "by", name);
    }

    /** Why tasks were closed by the last decision. */
    private static List<EngineCommand.CloseTask.As> closed(Scenario scenario) {
        return scenario.commands().stream()
                .filter(EngineCommand.CloseTask.class::isInstance)
                .map(command -> ((EngineCommand.CloseTask) command).as())
                .toList();
    }

    @Test
    void an_approval_asks_and_waits() {
        Scenario scenario = asked().requests().has("ask", StepStatus.WAITING).is(ExecutionStatus.WAITING);

        HumanTask task = scenario.openTasks().getFirst();
        assertThat(task)
                .isEqualTo(new HumanTask(
                        task.id(),
                        scenario.run("ask").id(),
                        Kind.APPROVAL,
                        new Question("Send this price to Ada?", null, Map.of("price", 21_000), null, Priority.NORMAL),
                        new Addressee("SALES_MANAGER", null, null),
                        new Times(
                                Scenario.BEGINNING,
                                Scenario.BEGINNING.plus(Duration.ofHours(4)),
                                Scenario.BEGINNING.plus(Duration.ofHours(4)),
                                null,
                                null),
                        false));
        assertThat(scenario.timer(TimerKind.WAIT, "ask").dueAt())
                .isEqualTo(Scenario.BEGINNING.plus(Duration.ofHours(4)));
    }

    @Test
    void a_task_has_a_form_a_person_and_times_of_its_own() {
        Map<String, Object> config = Map.of(
                "role", "SALES",
                "assignee", "Kim@Dealer.Example",
                "instructions", "Ask for the mileage.",
                "form", FORM,
                "priority", "HIGH",
                "due", "PT1H",
                "expires", "P1D",
                "reminder", "PT30M",
                "escalation", Map.of("after", "PT2H", "role", "SALES_MANAGER"));
        Scenario scenario =
                Scenario.execution(graph().step("call", "human.task", config)).starts();

        HumanTask task = scenario.openTasks().getFirst();
        assertThat(task.kind()).isEqualTo(Kind.TASK);
        assertThat(task.question()).isEqualTo(new Question("call", "Ask for the mileage.", null, FORM, Priority.HIGH));
        assertThat(task.addressee()).isEqualTo(new Addressee("SALES", "kim@dealer.example", "SALES_MANAGER"));
        assertThat(task.times())
                .isEqualTo(new Times(
                        Scenario.BEGINNING,
                        Scenario.BEGINNING.plus(Duration.ofHours(1)),
                        Scenario.BEGINNING.plus(Duration.ofDays(1)),
                        Scenario.BEGINNING.plus(Duration.ofMinutes(30)),
                        Scenario.BEGINNING.plus(Duration.ofHours(2))));
        assertThat(scenario.timer(TimerKind.WAIT, "call").dueAt())
                .isEqualTo(Scenario.BEGINNING.plus(Duration.ofDays(1)));
    }

    @Test
    void a_decision_fires_its_handle_and_clears_the_timer() {
        Scenario scenario = asked().onDecision("ask", "approved", approvedBy("Kim"));

        scenario.requests("send").has("ask", StepStatus.COMPLETED).is(ExecutionStatus.RUNNING);
        assertThat(scenario.run("ask").output()).isEqualTo(approvedBy("Kim"));
        assertThat(closed(scenario)).containsExactly(EngineCommand.CloseTask.As.DECIDED);
        scenario.onSuccess("send").ends(ExecutionStatus.COMPLETED);
        assertThat(scenario.openTimers()).isEmpty();
        assertThat(scenario.openTasks()).isEmpty();
    }

    @Test
    void a_task_that_is_done_fires_out_with_its_answer() {
        Map<String, Object> answer = Map.of("form", Map.of("miles", 38_200), "by", "Kim");

        Scenario.execution(graph().step("call", "human.task", Map.of("role", "SALES", "form", FORM)))
                .starts()
                .onDecision("call", "out", answer)
                .gives(Map.of("call", answer))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void only_the_first_decision_counts() {
        asked().onDecision("ask", "rejected", Map.of("by", "Kim"))
                .requests("drop")
                .onDecision("ask", "approved", Map.of("by", "Lee"))
                .isIgnored();
    }

    @Test
    void the_same_decision_twice_is_one() {
        UUID decision = new UUID(6, 1);

        Input signal = new Input.Signal(
                new SignalStep(decision, Scenario.EXECUTION, StepRunId.of("ask"), "approved", Map.of(), "user"));

        asked().apply(signal).requests("send").apply(signal).isIgnored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out", "timeout", "error", "maybe"})
    void what_nobody_can_decide_changes_nothing(String handle) {
        asked().onDecision("ask", handle, Map.of()).isIgnored().has("ask", StepStatus.WAITING);
    }

    @Test
    void when_the_time_is_over_the_timeout_is_taken_and_later_decisions_change_nothing() {
        Scenario scenario = asked().onTimer(TimerKind.WAIT, "ask").requests("remind");

        assertThat(closed(scenario)).containsExactly(EngineCommand.CloseTask.As.EXPIRED);
        assertThat(scenario.run("ask").output()).isEqualTo(Map.of());
        scenario.onDecision("ask", "approved", approvedBy("Kim")).isIgnored();
    }

    @Test
    void a_task_that_never_ends_sets_no_timer() {
        Scenario scenario = asked(Map.of("role", "SALES", "title", "Call"));

        assertThat(scenario.openTimers()).isEmpty();
        assertThat(Lifelines.sources(scenario.workflow(), scenario.state()))
                .containsExactly(new Lifelines.Source.OfTask(
                        scenario.openTasks().getFirst().id(),
                        scenario.run("ask").id()));
    }

    @Test
    void the_timeout_of_the_node_ends_what_is_never_due() {
        Graph graph = approval(Map.of("role", "SALES", "title", "Call")).timeout("ask", Duration.ofDays(3));
        Scenario scenario = Scenario.execution(graph).starts();

        assertThat(scenario.openTasks().getFirst().times().dueAt()).isNull();
        assertThat(scenario.timer(TimerKind.WAIT, "ask").dueAt())
                .isEqualTo(Scenario.BEGINNING.plus(Duration.ofDays(3)));
    }

    @Test
    void a_cancelled_execution_asks_nobody_any_more() {
        Scenario scenario = asked().onCancel().ends(ExecutionStatus.CANCELLED);

        assertThat(closed(scenario)).containsExactly(EngineCommand.CloseTask.As.CANCELLED);
        assertThat(scenario.openTimers()).isEmpty();
    }

    @Test
    void a_failing_execution_undoes_what_was_done_and_asks_nobody_any_more() {
        Graph graph = graph().work("book", "fail")
                .undo("book")
                .step("ask", "human.approval", PRICE)
                .edge("book", "ask")
                .edge("book", "fail");
        Scenario scenario = Scenario.execution(graph)
                .starts(Map.of("name", "Ada"))
                .onSuccess("book")
                .requests("fail")
                .onFailure("fail")
                .requests("book:compensation");

        assertThat(closed(scenario)).containsExactly(EngineCommand.CloseTask.As.CANCELLED);
        scenario.onDecision("ask", "approved", approvedBy("Kim")).isIgnored();
        scenario.onSuccess("book:compensation").ends(ExecutionStatus.FAILED);
    }

    @Test
    void what_was_approved_is_undone_if_its_step_says_how() {
        Graph graph = graph().step("ask", "human.approval", PRICE)
                .undo("ask")
                .work("fail")
                .edge("ask", "approved", "fail");

        Scenario.execution(graph)
                .starts(Map.of("name", "Ada"))
                .onDecision("ask", "approved", approvedBy("Kim"))
                .onFailure("fail")
                .requests("ask:compensation")
                .onSuccess("ask:compensation")
                .ends(ExecutionStatus.FAILED);
    }

    @Test
    void a_join_that_needs_no_answer_closes_the_task() {
        Graph graph = graph().step("ask", "human.approval", PRICE)
                .work("other", "next")
                .edge("ask", "approved", "next")
                .edge("other", "next")
                .join("next", Join.ANY, true);
        Scenario scenario = Scenario.execution(graph)
                .starts(Map.of("name", "Ada"))
                .onSuccess("other")
                .requests("next")
                .has("ask", StepStatus.CANCELLED);

        assertThat(closed(scenario)).containsExactly(EngineCommand.CloseTask.As.CANCELLED);
    }

    @Test
    void the_loser_of_a_race_closes_its_task() {
        Graph graph = graph().step("first", "flow.race", Map.of())
                .step("ask", "human.approval", PRICE)
                .work("other")
                .inside("first", "ask", "other");
        Scenario scenario =
                Scenario.execution(graph).starts(Map.of("name", "Ada")).onSuccess("other");

        scenario.ends(ExecutionStatus.COMPLETED);
        assertThat(closed(scenario)).containsExactly(EngineCommand.CloseTask.As.CANCELLED);
    }

    @Test
    void each_item_of_a_loop_has_a_task_of_its_own() {
        Graph graph = graph().step("each", "flow.foreach", Map.of("items", List.of("a", "b"), "parallel", 2))
                .step("ask", "human.approval", with(PRICE, "title", "Approve {{ item }}?"))
                .inside("each", "ask");
        Scenario scenario = Scenario.execution(graph).starts(Map.of());

        assertThat(scenario.openTasks())
                .extracting(task -> task.question().title())
                .containsExactly("Approve a?", "Approve b?");
        assertThat(scenario.openTasks()).extracting(HumanTask::id).doesNotHaveDuplicates();
        scenario.onDecision("ask[1]", "approved", approvedBy("Kim"))
                .onDecision("ask[0]", "rejected", Map.of("by", "Kim"))
                .ends(ExecutionStatus.COMPLETED);
        assertThat(scenario.openTasks()).isEmpty();
    }

    @Test
    void a_scope_that_fails_closes_the_tasks_inside() {
        Graph graph = graph().step("part", "flow.scope", Map.of())
                .step("ask", "human.approval", PRICE)
                .work("fail", "repair")
                .inside("part", "ask", "fail")
                .edge("part", "error", "repair");
        Scenario scenario = Scenario.execution(graph)
                .starts(Map.of("name", "Ada"))
                .onFailure("fail")
                .requests("repair");

        assertThat(closed(scenario)).containsExactly(EngineCommand.CloseTask.As.CANCELLED);
    }

    @Test
    void a_pause_takes_a_decision_but_goes_no_further() {
        asked().onPause()
                .onDecision("ask", "approved", approvedBy("Kim"))
                .has("ask", StepStatus.COMPLETED)
                .requests()
                .onResume()
                .requests("send");
    }

    @Test
    void a_pause_holds_the_time_that_is_left() {
        Scenario scenario = asked().onPause();
        scenario.onTimer(TimerKind.WAIT, "ask").isIgnored().has("ask", StepStatus.WAITING);

        assertThat(closed(scenario)).isEmpty();
        scenario.onResume().onTimer(TimerKind.WAIT, "ask").requests("remind");
    }

    @Test
    void a_lost_task_is_opened_again_as_it_was() {
        Scenario scenario = asked();
        HumanTask lost = scenario.openTasks().getFirst();

        scenario.later(Duration.ofMinutes(10)).onRevival();

        assertThat(scenario.commands()).contains(new EngineCommand.OpenTask(lost));
    }

    @Test
    void nobody_can_be_asked_without_a_role() {
        asked(with(PRICE, "role", "{{ input.nobody }}")).failsWith("task.no-role");
    }

    @Test
    void a_form_that_is_no_schema_fails_the_step() {
        for (Object form : List.of("text", Map.of("pattern", "("))) {
            Scenario.execution(graph().step("call", "human.task", Map.of("role", "SALES", "form", form)))
                    .starts()
                    .failsWith("task.unusable-form");
        }
    }

    @Test
    void a_time_that_is_no_duration_fails_the_step() {
        asked(with(PRICE, "due", "{{ input.name }}")).failsWith("task.unreadable-time");
        asked(with(PRICE, "escalation", Map.of("after", "soon", "role", "BOSS")))
                .failsWith("task.unreadable-time");
    }

    @Test
    void an_answer_that_is_too_large_fails_the_step() {
        asked().onDecision("ask", "approved", "x".repeat(300_000)).has("ask", StepStatus.FAILED);
    }
}
