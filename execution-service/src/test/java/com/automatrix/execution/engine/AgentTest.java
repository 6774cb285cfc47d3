package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.ToolCall;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AgentTest {

    private static final String HTTP = "http.request";
    private static final String MAIL = "email.send";

    private static final ToolCall LOOK_UP =
            call("1", HTTP, Map.of("method", "GET", "url", "https://cars.example.test"));
    private static final ToolCall WRITE =
            call("2", MAIL, Map.of("to", "sam@example.test", "subject", "Hello", "body", "{{ input.secret }}"));

    private static ToolCall call(String id, String type, Map<String, Object> config) {
        return new ToolCall(id, type, config);
    }

    private static Graph agent(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(Map.of("goal", "{{ input.goal }}", "tools", List.of(HTTP, MAIL)));
        config.putAll(more);
        return Graph.graph().step("agent", "ai.agent", config);
    }

    private static Scenario started(Map<String, Object> more) {
        return Scenario.execution(agent(more))
                .starts(Map.of("goal", "Find a car"))
                .requests("agent:turn[0]");
    }

    private static Scenario asks(Scenario scenario, int turn, ToolCall... calls) {
        return scenario.onAnswer(
                "agent:turn[%d]".formatted(turn), 1, new StepOutcome.Continue("state " + turn, List.of(calls)));
    }

    private static StepRequested request(Scenario scenario) {
        return scenario.stepRequests().getLast().request();
    }

    private static Object results(Scenario scenario) {
        return Objects.requireNonNull(
                ((Map<?, ?>) Objects.requireNonNull(request(scenario).state())).get("results"));
    }

    @Test
    void a_turn_that_asks_for_nothing_is_the_result() {
        started(Map.of())
                .onSuccess("agent:turn[0]", Map.of("result", "done"))
                .gives(Map.of("agent", Map.of("result", "done")))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void the_worker_gets_the_config_and_is_told_of_its_tools_but_not_of_their_credentials() {
        StepRequested request = request(started(Map.of()));

        assertThat(request.type()).isEqualTo("ai.agent");
        assertThat(request.nodeId()).isEqualTo("agent");
        assertThat(request.config()).containsEntry("goal", "Find a car");
        assertThat(request.state())
                .asInstanceOf(MAP)
                .containsEntry("turn", 1)
                .extractingByKey("tools")
                .asString()
                .contains(HTTP, MAIL)
                .doesNotContain("credential");
    }

    @Test
    void tools_run_side_by_side_and_the_next_turn_gets_their_results_in_the_order_of_the_calls() {
        Scenario scenario = asks(started(Map.of()), 0, LOOK_UP, WRITE)
                .requests("agent:http.request[0,0]", "agent:email.send[0,1]")
                .onSuccess("agent:email.send[0,1]", "sent")
                .requests()
                .onSuccess("agent:http.request[0,0]", Map.of("status", 200))
                .requests("agent:turn[1]");

        assertThat(request(scenario).state())
                .asInstanceOf(MAP)
                .containsEntry("state", "state 0")
                .containsEntry("turn", 2);
        assertThat(results(scenario))
                .isEqualTo(List.of(
                        Map.of("id", "1", "type", HTTP, "output", Map.of("status", 200)),
                        Map.of("id", "2", "type", MAIL, "output", "sent")));
        scenario.onSuccess("agent:turn[1]", "found")
                .gives(Map.of("agent", "found"))
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void what_a_model_writes_is_never_an_expression() {
        Scenario scenario = asks(started(Map.of()), 0, WRITE);

        assertThat(request(scenario).config()).containsEntry("body", "{{ input.secret }}");
    }

    @Test
    void a_tool_that_fails_for_good_is_a_result_and_one_that_is_busy_is_tried_again() {
        Scenario scenario = asks(started(Map.of()), 0, LOOK_UP)
                .onPassingFailure("agent:http.request[0,0]")
                .has("agent:http.request[0,0]", StepStatus.RETRYING)
                .onTimer(TimerKind.RETRY, "agent:http.request[0,0]")
                .requests("agent:http.request[0,0]")
                .onFailure("agent:http.request[0,0]")
                .requests("agent:turn[1]");

        assertThat(results(scenario))
                .isEqualTo(List.of(Map.of(
                        "id", "1", "type", HTTP, "error", Map.of("code", "test.failed", "message", "It failed"))));
    }

    @Test
    void a_call_of_another_step_type_is_not_run() {
        for (String type : List.of("sms.send", "flow.call", "ai.agent", "turn", "approval")) {
            Scenario scenario = asks(
                            started(Map.of("tools", List.of(HTTP, "flow.call", "ai.agent"))),
                            0,
                            call("1", type, Map.of()))
                    .requests("agent:turn[1]");

            assertThat(results(scenario)).as(type).asString().contains("ai.tool-not-allowed");
        }
    }

    @Test
    void arguments_that_do_not_fit_the_tool_or_name_a_credential_are_a_result() {
        Map<String, Object> credential =
                Map.of("method", "GET", "url", "https://cars.example.test", "credential", "bank");
        Scenario scenario = asks(started(Map.of()), 0, call("1", HTTP, Map.of()), call("2", HTTP, credential))
                .requests("agent:turn[1]");

        assertThat(results(scenario))
                .asString()
                .contains("ai.tool-input-invalid")
                .doesNotContain("output");
    }

    @Test
    void a_sensitive_tool_waits_for_a_person() {
        Map<String, Object> careful = Map.of("sensitiveTools", List.of(MAIL), "approverRole", "MANAGER");
        Scenario scenario = asks(started(careful), 0, WRITE)
                .requests()
                .has("agent:approval[0,0]", StepStatus.WAITING)
                .is(ExecutionStatus.WAITING);

        assertThat(scenario.openTasks()).singleElement().satisfies(task -> {
            assertThat(task.addressee().role()).isEqualTo("MANAGER");
            assertThat(task.question().title()).isEqualTo("agent: may it use “Send an e-mail”?");
            assertThat(task.question().context()).asString().contains("sam@example.test");
        });
        scenario.onDecision("agent:approval[0,0]", "approved", Map.of())
                .requests("agent:email.send[0,0]")
                .onSuccess("agent:email.send[0,0]", "sent")
                .requests("agent:turn[1]");
    }

    @Test
    void a_call_that_a_person_rejects_is_not_run_and_the_agent_hears_why() {
        Map<String, Object> careful = Map.of("sensitiveTools", List.of(MAIL), "approverRole", "MANAGER");
        Scenario scenario = asks(started(careful), 0, WRITE)
                .onDecision("agent:approval[0,0]", "rejected", Map.of("comment", "Not today"))
                .requests("agent:turn[1]");

        assertThat(results(scenario)).asString().contains("ai.tool-rejected", "Not today");
    }

    @Test
    void a_call_that_nobody_approves_in_time_is_not_run() {
        Map<String, Object> careful =
                Map.of("sensitiveTools", List.of(MAIL), "approverRole", "MANAGER", "approvalDue", "PT2H");
        Scenario scenario = asks(started(careful), 0, WRITE);
        assertThat(scenario.openTasks())
                .singleElement()
                .satisfies(task -> assertThat(task.times().dueAt())
                        .isEqualTo(task.times().openedAt().plusSeconds(7_200)));

        scenario.onTimer(TimerKind.WAIT, "agent:approval[0,0]").requests("agent:turn[1]");

        assertThat(results(scenario)).asString().contains("ai.tool-rejected", "nobody did");
    }

    @Test
    void the_same_answer_twice_is_applied_once() {
        Scenario scenario = asks(started(Map.of()), 0, LOOK_UP);

        asks(scenario, 0, LOOK_UP, WRITE).isIgnored();
        scenario.onSuccess("agent:http.request[0,0]").requests("agent:turn[1]");
        asks(scenario, 0, LOOK_UP).isIgnored();
        scenario.onSuccess("agent:http.request[0,0]").isIgnored();
    }

    @Test
    void an_agent_that_takes_too_many_turns_fails() {
        Scenario scenario = started(Map.of("maxTurns", 2));
        asks(scenario, 0).requests("agent:turn[1]");

        asks(scenario, 1, LOOK_UP).requests().failsWith("ai.too-many-turns");
    }

    @Test
    void an_agent_that_asks_for_too_much_at_once_fails() {
        ToolCall[] many = new ToolCall[17];
        Arrays.fill(many, LOOK_UP);

        asks(started(Map.of()), 0, many).failsWith("ai.too-many-calls");
    }

    @Test
    void the_timeout_is_of_the_whole_agent_and_calls_off_what_it_waits_for() {
        Map<String, Object> careful = Map.of("sensitiveTools", List.of(MAIL), "approverRole", "MANAGER");
        Scenario scenario = Scenario.execution(agent(careful).timeout("agent", Duration.ofMinutes(5)))
                .starts(Map.of("goal", "Find a car"));

        asks(scenario, 0, LOOK_UP, WRITE)
                .onTimer(TimerKind.STEP_TIMEOUT, "agent")
                .cancels("agent:http.request[0,0]")
                .failsWith("step.timeout");
        assertThat(scenario.openTasks()).isEmpty();
        assertThat(scenario.openTimers()).isEmpty();
    }

    @Test
    void a_turn_that_fails_takes_the_error_handle_of_the_agent() {
        Scenario.execution(agent(Map.of()).work("repair").edge("agent", "error", "repair"))
                .starts(Map.of("goal", "Find a car"))
                .onFailure("agent:turn[0]")
                .requests("repair")
                .has("agent", StepStatus.FAILED);
    }

    @Test
    void a_cancelled_execution_cancels_the_tools() {
        asks(started(Map.of()), 0, LOOK_UP)
                .onCancel()
                .cancels("agent:http.request[0,0]")
                .ends(ExecutionStatus.CANCELLED);
    }

    @Test
    void a_paused_execution_records_results_and_begins_the_turn_when_it_is_resumed() {
        asks(started(Map.of()), 0, LOOK_UP)
                .onPause()
                .onSuccess("agent:http.request[0,0]")
                .requests()
                .onResume()
                .requests("agent:turn[1]");
    }

    @Test
    void a_workers_answer_about_the_agent_itself_or_a_tool_that_asks_for_tools_changes_nothing() {
        Scenario scenario = started(Map.of())
                .onAnswer("agent", 1, new StepOutcome.Succeeded("early", null))
                .isIgnored();

        asks(scenario, 0, LOOK_UP)
                .onAnswer("agent:http.request[0,0]", 1, new StepOutcome.Continue(null, List.of(WRITE)))
                .requests("agent:turn[1]");
        assertThat(results(scenario)).asString().contains("step.unsupported-outcome");
    }

    @Test
    void an_agent_in_a_loop_has_turns_of_its_own_in_each_iteration() {
        Scenario.execution(agent(Map.of())
                        .step("each", "flow.foreach", Map.of("items", "{{ input.items }}", "parallel", 2))
                        .inside("each", "agent"))
                .starts(Map.of("goal", "Find a car", "items", List.of(1, 2)))
                .requests("agent:turn[0,0]", "agent:turn[1,0]")
                .onAnswer("agent:turn[1,0]", 1, new StepOutcome.Continue(null, List.of(LOOK_UP)))
                .requests("agent:http.request[1,0,0]")
                .onSuccess("agent:turn[0,0]", "first")
                .onSuccess("agent:http.request[1,0,0]")
                .requests("agent:turn[1,1]")
                .onSuccess("agent:turn[1,1]", "second")
                .ends(ExecutionStatus.COMPLETED);
    }

    @Test
    void every_turn_and_every_tool_is_in_the_history_under_the_agent() {
        Scenario scenario = asks(started(Map.of()), 0, LOOK_UP).onSuccess("agent:http.request[0,0]");

        assertThat(scenario.history().stream()
                        .filter(ExecutionEvent.StepSucceeded.class::isInstance)
                        .map(event -> ((ExecutionEvent.StepSucceeded) event)
                                .stepRunId()
                                .toString()))
                .containsExactly("agent:turn[0]", "agent:http.request[0,0]");
        assertThat(scenario.run("agent:turn[1]").parent())
                .isEqualTo(scenario.run("agent").id());
    }
}
