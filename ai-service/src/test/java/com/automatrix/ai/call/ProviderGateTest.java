package com.automatrix.ai.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.automatrix.ai.provider.ProviderException;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.testkit.SettableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderGateTest {

    private static final Target TARGET = new Target(new Answering("openai"), "m");
    private static final Target OTHER = new Target(new Answering("openai"), "n");

    private final SettableClock clock = SettableClock.at("2026-11-26T12:00:00Z");
    private final ProviderGate gate = new ProviderGate(clock, Duration.ZERO);

    @Test
    void a_model_that_keeps_failing_is_not_asked_for_a_while_and_its_neighbour_is() {
        for (int i = 0; i < 10; i++) {
            assertThat(failure(TARGET, "ai.unavailable", null).code()).isEqualTo("ai.unavailable");
        }
        var asked = new AtomicInteger();

        var refusal = catchThrowableOfType(ProviderException.class, () -> gate.pass(TARGET, asked::incrementAndGet));

        assertThat(refusal.code()).isEqualTo("ai.circuit-open");
        assertThat(refusal.retryable()).isTrue();
        assertThat(asked).hasValue(0);
        assertThat(gate.state(TARGET)).isEqualTo("OPEN");
        assertThat(gate.pass(OTHER, () -> "fine")).isEqualTo("fine");
    }

    @Test
    void what_a_model_refuses_says_nothing_about_its_health() {
        for (int i = 0; i < 20; i++) {
            failure(TARGET, "ai.refused", null);
        }

        assertThat(gate.state(TARGET)).isEqualTo("CLOSED");
    }

    @Test
    void nobody_is_asked_before_the_time_that_they_named() {
        failure(TARGET, "ai.rate-limited", Duration.ofSeconds(30));

        var refusal = catchThrowableOfType(ProviderException.class, () -> gate.pass(TARGET, () -> "too early"));
        assertThat(refusal.code()).isEqualTo("ai.rate-limited");
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(30));

        clock.advance(Duration.ofSeconds(30));
        assertThat(gate.pass(TARGET, () -> "now")).isEqualTo("now");
    }

    @Test
    void more_than_fit_in_are_put_off() {
        String inner = gate.pass(
                TARGET,
                () -> gate.pass(TARGET, () -> {
                    assertThat(gate.inFlight(TARGET.provider())).isEqualTo(2);
                    return catchThrowableOfType(ProviderException.class, () -> gate.pass(TARGET, () -> "third"))
                            .code();
                }));

        assertThat(inner).isEqualTo(AiCalls.THROTTLED);
        assertThat(gate.inFlight(TARGET.provider())).isZero();
    }

    @Test
    void a_bucket_gives_so_many_in_a_minute() {
        var bucket = new TokenBucket(2, clock.instant());

        assertThat(bucket.take(clock.instant())).isZero();
        assertThat(bucket.take(clock.instant())).isZero();
        assertThat(bucket.take(clock.instant())).isEqualTo(Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(30));
        assertThat(bucket.take(clock.instant())).isZero();
    }

    private ProviderException failure(Target target, String code, @Nullable Duration retryAfter) {
        return catchThrowableOfType(
                ProviderException.class,
                () -> gate.pass(target, () -> {
                    throw ProviderException.passing(code, "Expected …", retryAfter, null);
                }));
    }
}
