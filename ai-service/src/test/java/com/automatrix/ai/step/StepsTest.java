package com.automatrix.ai.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.call.Gate;
import com.automatrix.ai.provider.Message;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.contracts.message.StepError;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.testkit.ai.ScriptedAi;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"ai.generate", "ai.classify", "ai.extract", "ai.summarize", "ai.agent"})
    void of_a_record_only_the_listed_fields_go_to_the_model(String type) {
        Map<String, Object> record = Map.of(
                "vehicle", Map.of("trim", "Forte5 GT", "invoice", "17,250 dealer cost"),
                "salesNotes", "would pay more",
                "trades", List.of(Map.of("make", "Saab", "lender", "First Bank")));
        Map<String, Object> config = with(TestSteps.config(type), "data", record);

        steps.run(type, with(config, "allowedFields", List.of("vehicle.trim", "trades.make")));
        steps.run(type, config);

        String sent = String.valueOf(SERVER.asked().getFirst().body());
        assertThat(sent)
                .contains("Forte5 GT", "Saab", "blue Forte")
                .doesNotContain("17,250", "would pay", "First Bank", "vehicle.trim");
        assertThat(String.valueOf(SERVER.asked().getLast().body()))
                .contains("blue Forte")
                .doesNotContain("Forte5", "Saab");
    }

    @Test
    void a_record_alone_is_enough_to_read() {
        Map<String, Object> config =
                Map.of("text", "", "data", List.of(Map.of("note", "STOP")), "allowedFields", List.of("note"));

        assertThat(TestSteps.outcome(steps.run("ai.summarize", config))).isEqualTo("success");
        assertThat(TestSteps.outcome(steps.run("ai.summarize", with(config, "allowedFields", List.of("other")))))
                .isEqualTo("config.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai.generate", "ai.classify", "ai.extract", "ai.summarize", "ai.agent"})
    void a_stored_prompt_comes_before_what_the_step_says(String type) {
        Map<String, Object> config = with(TestSteps.config(type), "promptRef", Map.of("id", TestSteps.STORED));

        steps.run(type, with(config, "variables", Map.of("store", "Lakeside")));

        var call = steps.log().getFirst();
        assertThat(call.sent().messages().getFirst()).isEqualTo(Message.instructions("Speak like a friend."));
        assertThat(call.sent().messages().get(1)).isEqualTo(Message.data("{\"store\":\"Lakeside\"}"));
        assertThat(call.sent().messages()).contains(Message.data(TestSteps.TEXT));
        assertThat(call.sent().origin().promptName()).isEqualTo("friend");
        assertThat(call.target().model()).isEqualTo("scripted-friend");
    }

    @Test
    void a_stored_prompt_is_enough_to_write_by() {
        Map<String, Object> stored = Map.of(
                "text", TestSteps.TEXT, "promptRef", Map.of("id", TestSteps.STORED), "variables", Map.of("store", "L"));

        assertThat(TestSteps.outcome(steps.run("ai.generate", stored))).isEqualTo("success");
        assertThat(steps.log().getFirst().sent().messages())
                .contains(Message.instructions("Speak like a friend."), Message.data(TestSteps.TEXT));
        assertThat(error("ai.generate", Map.of("text", TestSteps.TEXT)).code()).isEqualTo("config.invalid");
    }

    @Test
    void a_rule_that_is_broken_is_named_in_a_sentence() {
        SERVER.reply("Forte", "It is gone for 12,345 dollars.");

        assertThat(error("ai.generate", TestSteps.config("ai.generate")).message())
                .isEqualTo("Expected a usable answer, but it breaks a rule. Expected only numbers and dates that stand"
                        + " in the data, but \"12,345\" does not.");
    }

    @Test
    void a_stored_prompt_that_is_gone_fails_for_good() {
        Map<String, Object> config = with(TestSteps.config("ai.classify"), "promptRef", Map.of("id", new UUID(0, 8)));

        assertThat(error("ai.classify", config).code()).isEqualTo("config.invalid");
        assertThat(SERVER.asked()).isEmpty();
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

    @ParameterizedTest
    @ValueSource(strings = {"ai.classify", "ai.extract", "ai.generate", "ai.summarize", "ai.agent"})
    void steps_that_ask_one_provider_share_a_bulkhead(String type) {
        assertThat(steps.bulkhead(type, TestSteps.config(type))).isEqualTo("openai");
        assertThat(steps.bulkhead(type, Map.of("model", "local"))).isEqualTo("local");
        assertThat(steps.bulkhead(type, Map.of("model", "scripted-ok"))).isEqualTo("openai");
        assertThat(steps.bulkhead(type, Map.of("model", 7))).isEqualTo("openai");
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
