package com.automatrix.ai.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.automatrix.ai.provider.Message;
import com.automatrix.ai.provider.Message.Role;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.ai.provider.Providers;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.contracts.message.Usage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AiCallsTest {

    private static final Map<String, Object> SCHEMA = Map.of(
            "type", "object",
            "properties", Map.of("name", Map.of("type", "string")),
            "required", List.of("name"));
    private final ProviderException busy = ProviderException.passing("ai.unavailable", "Expected …", null);
    private final ProviderException refused = ProviderException.lasting("ai.refused", "Expected …", null);

    private final List<CallRecord> log = new ArrayList<>();
    private final List<String> money = new ArrayList<>();

    @Test
    void a_model_never_sees_a_name_and_the_answer_has_it() {
        var provider = new Answering("openai", "{\"name\":\"[[CUSTOMER_1]]\"}");

        AiAnswer answer = calls(provider).ask(call().withSchema(SCHEMA));

        assertThat(answer.json()).isEqualTo(Map.of("name", "Marie"));
        assertThat(provider.requests().getFirst().messages())
                .containsExactly(Message.instructions("Read."), Message.data("I am [[CUSTOMER_1]]"));
        assertThat(log).singleElement().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo(CallRecord.ANSWERED);
            assertThat(row.answer()).isEqualTo("{\"name\":\"[[CUSTOMER_1]]\"}");
            assertThat(row.sent().messages().toString()).doesNotContain("Marie");
            assertThat(row.usage()).isEqualTo(new Usage("m", 10, 2, BigDecimal.ONE));
        });
    }

    @Test
    void what_runs_inside_sees_all_and_the_log_shows_nothing_of_it() {
        var local = new Answering("local", "Marie");

        assertThat(calls(local).ask(call()).text()).isEqualTo("Marie");
        assertThat(local.requests().getFirst().messages()).contains(Message.data("I am Marie"));
        assertThat(log).singleElement().satisfies(row -> {
            assertThat(row.answer()).isNull();
            assertThat(row.sent().messages().toString()).doesNotContain("Marie");
        });
    }

    @Test
    void a_bad_answer_is_asked_for_once_more_with_what_is_wrong() {
        var provider = new Answering("openai", "{\"nombre\":1}", "```json\n{\"name\":\"x\"}\n```");

        AiAnswer answer = calls(provider).ask(call().withSchema(SCHEMA));

        assertThat(answer.json()).isEqualTo(Map.of("name", "x"));
        assertThat(answer.usage()).isEqualTo(new Usage("m", 20, 4, new BigDecimal(2)));
        var told = provider.requests().get(1).messages();
        assertThat(told.stream().map(Message::role))
                .containsExactly(Role.INSTRUCTIONS, Role.DATA, Role.ANSWER, Role.CORRECTION);
        assertThat(told.getLast().text()).contains("name");
        assertThat(log.stream().map(CallRecord::round)).containsExactly(1, 2);
    }

    @Test
    void an_answer_that_stays_bad_has_a_code_and_what_it_used() {
        assertThat(failure(call().withSchema(SCHEMA), new Answering("openai", "{}", "{}")))
                .returns("ai.invalid-output", ProviderException::code)
                .returns(false, ProviderException::retryable)
                .returns(new Usage("m", 20, 4, new BigDecimal(2)), ProviderException::usage);
        assertThat(failure(call().withSchema(SCHEMA), new Answering("openai", "Sure!", "Sure!"))
                        .code())
                .isEqualTo("ai.not-json");
    }

    @Test
    void the_fallback_answers_and_says_for_whom() {
        var first = new Answering("openai", busy);
        var second = new Answering("other", "Hello.");

        AiAnswer answer = calls(first, second).ask(call().withFallback(List.of("other")));

        assertThat(answer.text()).isEqualTo("Hello.");
        assertThat(answer.degraded()).isTrue();
        assertThat(answer.tried()).containsExactly("openai/default: ai.unavailable");
        assertThat(log.stream().map(CallRecord::outcome)).containsExactly("ai.unavailable", CallRecord.ANSWERED);
        assertThat(log.getLast().degraded()).isTrue();
    }

    @Test
    void when_nobody_helps_the_failure_that_may_pass_is_told_with_all_that_was_tried() {
        var failure = failure(
                call().withFallback(List.of("other")), new Answering("openai", refused), new Answering("other", busy));

        assertThat(failure.code()).isEqualTo("ai.unavailable");
        assertThat(failure.tried()).containsExactly("openai/default: ai.refused", "other/default: ai.unavailable");
    }

    @Test
    void money_is_reserved_for_each_request_and_settled_or_released() {
        calls(new Answering("openai", busy), new Answering("other", "Hello."))
                .ask(call().withFallback(List.of("other")));

        assertThat(money).containsExactly("reserved", "released", "reserved", "settled 10");
    }

    @Test
    void an_identical_call_is_answered_from_the_cache_when_the_step_wants_it() {
        var provider = new Answering("openai", "Hello.");
        AiCalls calls = calls(provider);

        calls.ask(call().withCache(true));
        AiAnswer again = calls.ask(call().withCache(true));

        assertThat(again.text()).isEqualTo("Hello.");
        assertThat(again.usage().promptTokens()).isZero();
        assertThat(provider.requests()).hasSize(1);
        assertThat(log.getLast().outcome()).isEqualTo(CallRecord.CACHED);
    }

    private ProviderException failure(AiCall call, Answering... providers) {
        return catchThrowableOfType(
                ProviderException.class, () -> calls(providers).ask(call));
    }

    private static AiCall call() {
        return AiCall.of("test", Origin.NONE, List.of(Message.instructions("Read."), Message.data("I am Marie")));
    }

    private AiCalls calls(Answering... providers) {
        var ports = new Ports(new Names(), this::reserve, Gate.OPEN, new Remembered(), log::add);
        return AiCalls.of(
                new Providers(List.of(providers), Map.of()),
                ports,
                InstantSource.fixed(Instant.EPOCH),
                new SimpleMeterRegistry());
    }

    private Budgets.Reservation reserve(AiCall call, Target target) {
        money.add("reserved");
        return new Budgets.Reservation() {
            @Override
            public BigDecimal settle(Usage usage) {
                money.add("settled " + usage.promptTokens());
                return BigDecimal.ONE;
            }

            @Override
            public void release() {
                money.add("released");
            }
        };
    }
}
