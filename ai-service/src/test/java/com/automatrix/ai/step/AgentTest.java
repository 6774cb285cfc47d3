package com.automatrix.ai.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.ToolCall;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.testkit.ai.ScriptedAi;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentTest {

    private static final ScriptedAi SERVER = ScriptedAi.start(0);

    private static final Map<String, Object> CONFIG =
            Map.of("goal", "Find the price of the blue Forte.", "text", "Ask Sam at sam@example.test");

    private static final Map<String, Object> TOOL = Map.of(
            "type",
            "http.request",
            "description",
            "Calls another system.",
            "configSchema",
            Map.of(
                    "type", "object",
                    "properties", Map.of("url", Map.of("type", "string", "x-ui", Map.of("widget", "template"))),
                    "required", List.of("url")));

    private final TestSteps steps = new TestSteps(SERVER, Duration.ofSeconds(30));

    @BeforeEach
    void forget() {
        SERVER.reset();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private StepResult first(Map<String, Object> config) {
        return steps.run("ai.agent", config, Map.of("turn", 1, "tools", List.of(TOOL), "results", List.of()));
    }

    private StepResult second(StepResult first, Map<String, Object> config) {
        StepResult.Continue turn = (StepResult.Continue) first;
        Map<String, Object> result =
                Map.of("id", turn.calls().getFirst().id(), "type", "http.request", "output", Map.of("price", 12_000));
        Map<String, Object> state =
                new HashMap<>(Map.of("turn", 2, "tools", List.of(TOOL), "results", List.of(result)));
        state.put("state", stored(turn.state()));
        return steps.run("ai.agent", config, state);
    }

    /** As the engine keeps it. */
    private static Object stored(@Nullable Object state) {
        return ContractJson.events().convertValue(state, Object.class);
    }

    private static String asked(int request) {
        return SERVER.asked().get(request).body().toString();
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> config = new HashMap<>(CONFIG);
        config.put(field, value);
        return config;
    }

    @Test
    void the_model_asks_for_a_tool_and_gives_the_result_once_it_has_what_came_of_it() {
        StepResult first = first(CONFIG);
        StepResult second = second(first, CONFIG);

        assertThat(((StepResult.Continue) first).calls()).singleElement().satisfies(call -> {
            assertThat(call.type()).isEqualTo("http.request");
            assertThat(call.config()).containsKey("url");
        });
        assertThat(first.usage()).isNotNull();
        assertThat(TestSteps.output(second).get("turns")).isEqualTo(2);
        assertThat(String.valueOf(TestSteps.output(second).get("result"))).isNotBlank();
        assertThat(asked(0)).contains("http_request").doesNotContain("x-ui");
        assertThat(asked(1)).contains("\"role\":\"tool\"", "t1c1", "12000");
        assertThat(steps.log()).hasSize(2);
    }

    @Test
    void a_model_without_tools_answers_at_once() {
        StepResult result = steps.run("ai.agent", CONFIG, null);

        assertThat(TestSteps.output(result).get("turns")).isEqualTo(1);
    }

    @Test
    void the_last_turn_may_not_ask_for_tools() {
        StepResult result = first(with("maxTurns", 1));

        assertThat(TestSteps.outcome(result)).isEqualTo("success");
        assertThat(asked(0)).contains("\"tool_choice\":\"none\"");
    }

    @Test
    void the_result_has_to_fit_its_schema() {
        Map<String, Object> config = with(
                "outputSchema",
                Map.of(
                        "type", "object",
                        "properties", Map.of("price", Map.of("type", "integer")),
                        "required", List.of("price")));

        SERVER.next("ok", "ok");
        assertThat(TestSteps.output(second(first(config), config)).get("result"))
                .isInstanceOfSatisfying(
                        Map.class, result -> assertThat(result.get("price")).isInstanceOf(Integer.class));

        StepResult first = first(config);
        SERVER.next("wrong-schema", "wrong-schema");
        assertThat(TestSteps.error(second(first, config)).code()).isEqualTo("ai.invalid-output");
    }

    @Test
    void all_turns_together_take_no_more_tokens_than_allowed() {
        StepResult first = first(with("maxTokens", 10));

        assertThat(TestSteps.error(second(first, with("maxTokens", 10))).code()).isEqualTo("ai.too-many-tokens");
        assertThat(SERVER.asked()).hasSize(1);
    }

    @Test
    void a_model_that_cannot_call_tools_is_a_failure_of_its_own() {
        assertThat(TestSteps.error(first(with("model", "local"))).code()).isEqualTo("ai.unsupported");
    }

    @Test
    void another_model_stands_in_for_a_turn_and_the_result_says_so() {
        Map<String, Object> config = with("fallback", Map.of("models", List.of("openai/scripted-other")));
        SERVER.next("500");

        StepResult first = first(config);
        StepResult second = second(first, config);

        assertThat(((StepResult.Continue) first).calls()).hasSize(1);
        assertThat(stored(TestSteps.output(second).get("degraded")))
                .isEqualTo(Map.of("by", "openai", "tried", List.of("openai/scripted-ok: ai.unavailable")));
        assertThat(SERVER.asked()).hasSize(3);
    }

    @Test
    void a_step_without_a_task_is_refused() {
        assertThat(TestSteps.error(first(with("goal", " "))).code()).isEqualTo("config.invalid");
    }

    @Test
    void the_calls_are_counted_whatever_ids_the_model_gives_them() {
        List<ToolCall> calls = AgentTools.calls(
                Map.of(
                        "calls",
                        List.of(
                                Map.of("id", "555-123-4567", "tool", "http.request", "arguments", Map.of()),
                                Map.of("id", "x", "tool", "email.send", "arguments", Map.of("to", "a")))),
                3);

        assertThat(calls)
                .containsExactly(
                        new ToolCall("t3c1", "http.request", Map.of()),
                        new ToolCall("t3c2", "email.send", Map.of("to", "a")));
    }
}
