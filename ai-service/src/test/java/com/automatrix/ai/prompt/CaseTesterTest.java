package com.automatrix.ai.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.call.Ports;
import com.automatrix.ai.prompt.PromptCase.Expected;
import com.automatrix.ai.prompt.PromptRun.Failure;
import com.automatrix.ai.prompt.PromptRun.Tested;
import com.automatrix.ai.provider.ModelAnswer;
import com.automatrix.ai.provider.ModelRequest;
import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.Providers;
import com.automatrix.contracts.message.Usage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseTesterTest {

    private static final Instant BEGIN = Instant.parse("2026-05-04T09:30:00Z");
    private static final PromptContent CONTENT = new PromptContent("Hi", Map.of(), null, null, null, null);
    private static final Expected ANYTHING = new Expected(null, null, null, null, null, null);

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final InstantSource clock = now::get;

    @Test
    void what_could_not_be_begun_in_time_was_not_asked_and_says_so() {
        List<Tested> results = tester(answering("Hello", Duration.ofSeconds(41)))
                .test(Origin.NONE, CONTENT, "slow/default", cases(40, ANYTHING));

        assertThat(results).anyMatch(Tested::passed);
        Tested last = results.getLast();
        assertThat(last.passed()).isFalse();
        assertThat(last.outcome().code()).isEqualTo("ai.not-asked");
        assertThat(last.failures())
                .extracting(Failure::message)
                .singleElement()
                .asString()
                .contains("40 seconds");
    }

    @Test
    void an_answer_is_compared_whole_and_shown_shortened() {
        String text = "a".repeat(30_000);

        Tested tested = tester(answering(text, Duration.ZERO))
                .test(
                        Origin.NONE,
                        CONTENT,
                        "slow/default",
                        cases(1, new Expected(" " + text + "\n", null, null, null, null, null)))
                .getFirst();

        assertThat(tested.passed()).isTrue();
        assertThat(tested.outcome().text()).hasSize(20_001).endsWith("…");
    }

    private CaseTester tester(Provider provider) {
        Providers providers = new Providers(List.of(provider), Map.of());
        AiCalls calls = AiCalls.of(providers, Ports.OPEN, clock, new SimpleMeterRegistry());
        return new CaseTester(new Asking(calls, clock), clock);
    }

    private static List<StoredCase> cases(int count, Expected expect) {
        return IntStream.range(0, count)
                .mapToObj(number -> new StoredCase(
                        new UUID(0, number),
                        new PromptCase("test " + number, Map.of(), null, expect, null),
                        BEGIN,
                        BEGIN,
                        "Ana"))
                .toList();
    }

    private Provider answering(String text, Duration takes) {
        return new Provider() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public double confidenceMin() {
                return 0.5;
            }

            @Override
            public Limits limits() {
                return new Limits(8, 0);
            }

            @Override
            public ModelAnswer ask(ModelRequest request) {
                now.updateAndGet(time -> time.plus(takes));
                return new ModelAnswer(text, new Usage("m", 10, 2, null));
            }
        };
    }
}
