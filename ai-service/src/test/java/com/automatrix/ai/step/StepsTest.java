package com.automatrix.ai.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.call.Gate;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.contracts.message.StepError;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.testkit.ai.ScriptedAi;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {

    private static final ScriptedAi SERVER = ScriptedAi.start(0);

    private final TestSteps steps = new TestSteps(SERVER, Duration.ofSeconds(30));

    @BeforeEach
    void forget() {
        SERVER.reset();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void the_label_is_the_handle_that_fires() {
        StepResult result = steps.run("ai.classify");

        assertThat(TestSteps.handles(result)).containsExactly("blue Forte");
        assertThat(TestSteps.output(result))
                .isEqualTo(Map.of(
                        "label",
                        "blue Forte",
                        "labels",
                        List.of("blue Forte"),
                        "confidence",
                        0.9,
                        "scores",
                        Map.of("blue Forte", 0.9)));
    }

    @Test
    void several_labels_fire_when_the_step_wants_them() {
        SERVER.reply(
                "buys now",
                "{\"labels\":[{\"label\":\"hot\",\"confidence\":0.8},{\"label\":\"trade\",\"confidence\":0.9},"
                        + "{\"label\":\"cold\",\"confidence\":0.1}]}");
        Map<String, Object> config = Map.of(
                "text",
                "I'll take it and trade in mine",
                "labels",
                List.of("cold", "trade", Map.of("label", "hot", "description", "buys now")));

        assertThat(TestSteps.handles(steps.run("ai.classify", config))).containsExactly("trade");
        assertThat(TestSteps.handles(steps.run("ai.classify", with(config, "multiple", true))))
                .containsExactly("trade", "hot");
        assertThat(TestSteps.handles(steps.run("ai.classify", with(config, "confidenceMin", 0.95))))
                .containsExactly("unsure");
    }

    @ParameterizedTest
    @CsvSource({
        "STOP",
        "Quit",
        "end",
        "revoke",
        "opt out",
        "cancel",
        "Unsubscribe",
        "STOP texting me",
        "pls take me off your list",
        "no me escriban más"
    })
    void who_wants_no_more_messages_is_understood_without_any_model(String text) {
        StepResult result = steps.run("ai.classify", Map.of("text", text, "labels", List.of("hot", "opt_out")));

        assertThat(TestSteps.handles(result)).containsExactly("opt_out");
        assertThat(SERVER.asked()).isEmpty();
    }

    @Test
    void an_empty_text_is_unsure_and_asks_nobody() {
        StepResult result = steps.run("ai.classify", Map.of("text", "  ", "labels", List.of("hot", "cold")));

        assertThat(TestSteps.handles(result)).containsExactly("unsure");
        assertThat(SERVER.asked()).isEmpty();
    }

    @Test
    void a_config_that_does_not_fit_fails_for_good() {
        assertThat(error("ai.classify", Map.of("text", "hello", "labels", List.of("one"))))
                .returns("config.invalid", StepError::code)
                .returns(false, StepError::retryable);
        assertThat(error("ai.classify", Map.of("text", "hello", "labels", "hot"))
                        .code())
                .isEqualTo("config.invalid");
        assertThat(error("ai.generate", Map.of("text", "hello")).code()).isEqualTo("config.invalid");
        assertThat(error("ai.extract", Map.of("text", "hello", "schema", Map.of("type", 7)))
                        .code())
                .isEqualTo("config.invalid");
        assertThat(error("ai.extract", Map.of("text", "hello", "schema", Map.of("type", "object", "required", 7)))
                        .code())
                .isEqualTo("config.invalid");
        assertThat(error("ai.summarize", Map.of("text", " ")).code()).isEqualTo("config.invalid");
    }

    @Test
    void a_value_that_does_not_stand_in_the_text_is_not_let_through() {
        SERVER.reply("Forte", "{\"vin\":\"1HGCM82633A004353\"}");

        assertThat(error("ai.extract", TestSteps.config("ai.extract")).code()).isEqualTo("ai.invalid-output");
    }

    @Test
    void the_local_model_stands_in_and_the_result_says_so() {
        SERVER.next("500");
        var config = with(TestSteps.config("ai.extract"), "fallback", Map.of("models", List.of("local")));

        assertThat(TestSteps.output(steps.run("ai.extract", config)))
                .isEqualTo(Map.of(
                        "vin",
                        "1HGCM82633A004352",
                        "degraded",
                        Map.of("by", "local", "tried", List.of("openai/scripted-ok: ai.unavailable"))));
    }

    @Test
    void a_fixed_text_stands_in_and_the_result_says_so() {
        SERVER.next("500");
        var config = with(
                TestSteps.config("ai.generate"),
                "fallback",
                Map.of("models", List.of("local"), "text", "We will call you."));

        assertThat(TestSteps.output(steps.run("ai.generate", config)))
                .isEqualTo(Map.of(
                        "text",
                        "We will call you.",
                        "degraded",
                        Map.of(
                                "by",
                                "text",
                                "tried",
                                List.of(
                                        "openai/scripted-ok: ai.unavailable",
                                        "local/bge-small-en-v1.5: ai.unsupported"))));
    }

    @Test
    void without_one_the_error_path_is_told_what_was_tried() {
        SERVER.next("500");
        var config = with(TestSteps.config("ai.generate"), "fallback", Map.of("models", List.of("local")));

        assertThat(error("ai.generate", config))
                .returns("ai.unavailable", StepError::code)
                .returns(true, StepError::retryable)
                .returns(
                        Map.of(
                                "tried",
                                List.of(
                                        "openai/scripted-ok: ai.unavailable",
                                        "local/bge-small-en-v1.5: ai.unsupported")),
                        StepError::details);
    }

    @Test
    void a_step_that_finds_no_room_is_put_off_and_asks_nobody() {
        Gate full = new Gate() {
            @Override
            public <T> T pass(Target target, Supplier<T> request) {
                throw ProviderException.passing("ai.throttled", "Expected room.", Duration.ofSeconds(5), null);
            }
        };

        StepResult result = new TestSteps(SERVER, Duration.ofSeconds(1), full).run("ai.generate");

        assertThat(result).isEqualTo(StepResult.deferred(TestSteps.NOW.plus(Duration.ofSeconds(5)), "Expected room."));
    }

    @Test
    void a_footer_is_asked_for_and_checked() {
        var config = with(
                TestSteps.config("ai.generate"), "policy", Map.of("footer", "Maple Motors, 1 Elm Street. Reply STOP."));

        assertThat(String.valueOf(
                        TestSteps.output(steps.run("ai.generate", config)).get("text")))
                .endsWith("Maple Motors, 1 Elm Street. Reply STOP.");
    }

    private StepError error(String type, Map<String, Object> config) {
        return TestSteps.error(steps.run(type, config));
    }

    private static Map<String, Object> with(Map<String, Object> config, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(config);
        changed.put(key, value);
        return changed;
    }
}
