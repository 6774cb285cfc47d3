package com.automatrix.ai.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.automatrix.testkit.ai.ScriptedAi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiProviderTest {

    private static final Map<String, Object> SCHEMA =
            Map.of("type", "object", "properties", Map.of("vin", Map.of("type", "string")));
    private static final ScriptedAi SERVER = ScriptedAi.start(0);

    private final Provider provider = provider(Duration.ofSeconds(10));

    @BeforeEach
    void forget() {
        SERVER.reset();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void the_customers_words_travel_in_a_message_of_their_own_with_the_schema_beside() {
        ModelAnswer answer = provider.ask(request("scripted-ok", SCHEMA));

        assertThat(answer.text()).isEqualTo("{\"vin\":\"1HGCM82633A004352\"}");
        assertThat(answer.usage().promptTokens()).isPositive();
        var body = SERVER.asked().getFirst().body();
        assertThat(body.at("/messages/0/role").asString()).isEqualTo("system");
        assertThat(body.at("/messages/0/content").asString()).isEqualTo("Read it.");
        assertThat(body.at("/messages/1/role").asString()).isEqualTo("user");
        assertThat(body.at("/messages/1/content").asString()).isEqualTo("My VIN: 1HGCM82633A004352");
        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isFalse();
        assertThat(body.at("/max_completion_tokens").asInt()).isEqualTo(200);
    }

    @Test
    void an_endpoint_without_structured_output_is_told_the_schema_in_words() {
        var plain = new AiProperties.Endpoint(
                "", "", SERVER.url(), "", "m", List.of(), Duration.ofSeconds(10), false, 0.6, 8, 0);

        TestProviders.openAi(plain).ask(request("m", SCHEMA));

        var body = SERVER.asked().getFirst().body();
        assertThat(body.has("response_format")).isFalse();
        assertThat(body.path("messages").toString()).contains("JSON Schema").contains("vin");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ai.rejected, false",
        "401, ai.unauthorized, false",
        "403, ai.unauthorized, false",
        "404, ai.rejected, false",
        "429, ai.rate-limited, true",
        "500, ai.unavailable, true",
        "503, ai.unavailable, true",
        "cut, ai.unreachable, true",
        "malformed, ai.malformed, true",
        "empty, ai.empty, true",
        "truncated, ai.truncated, false",
        "refused, ai.refused, false",
    })
    void every_fault_has_its_code_and_says_whether_another_attempt_helps(String script, String code, boolean retry) {
        ProviderException failure = failure(provider, "scripted-" + script);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.retryable()).isEqualTo(retry);
        assertThat(failure.sentence()).startsWith("Expected ");
    }

    @Test
    void a_rate_limit_tells_when_to_come_back() {
        assertThat(failure(provider, "scripted-429").retryAfter()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_body_that_comes_too_slowly_and_an_answer_that_does_not_come_are_late() {
        Provider impatient = provider(Duration.ofMillis(300));

        assertThat(failure(impatient, "scripted-slow").code()).isEqualTo("ai.timeout");
        assertThat(failure(impatient, "scripted-delay-5000").code()).isEqualTo("ai.timeout");
    }

    @Test
    void what_an_unusable_answer_used_is_known() {
        assertThat(failure(provider, "scripted-truncated").usage())
                .isNotNull()
                .satisfies(usage -> assertThat(usage.completionTokens()).isPositive());
        assertThat(failure(provider, "scripted-500").usage()).isNull();
    }

    @Test
    void strict_is_what_the_strict_mode_takes() {
        Map<String, Object> open = Map.of("type", "object", "properties", Map.of("a", Map.of("type", "string")));
        Map<String, Object> closed = Map.of(
                "type",
                "object",
                "properties",
                Map.of("a", Map.of("type", "string")),
                "required",
                List.of("a"),
                "additionalProperties",
                false);

        assertThat(OpenAiMessages.isStrict(open)).isFalse();
        assertThat(OpenAiMessages.isStrict(closed)).isTrue();
        assertThat(OpenAiMessages.isStrict(Map.of("type", "array", "items", open)))
                .isFalse();
    }

    private static ProviderException failure(Provider provider, String model) {
        return catchThrowableOfType(ProviderException.class, () -> provider.ask(request(model, null)));
    }

    private static ModelRequest request(String model, @Nullable Map<String, Object> schema) {
        return new ModelRequest(
                model,
                new Task.Extract(),
                List.of(Message.instructions("Read it."), Message.data("My VIN: 1HGCM82633A004352")),
                schema,
                200L,
                0.2,
                null);
    }

    private static Provider provider(Duration timeout) {
        return TestProviders.openAi(TestProviders.endpoint(SERVER.url(), timeout));
    }
}
