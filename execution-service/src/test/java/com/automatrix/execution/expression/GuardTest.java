package com.automatrix.execution.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.execution.engine.ExpressionFailed;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuardTest {

    /** Any time that has gone by is over this limit. */
    private static final ExpressionLimits NO_TIME = new ExpressionLimits(Duration.ZERO, 10, 10, 10, 10);

    @Test
    void time_without_a_processor_does_not_count() {
        Guard guard = new Guard(NO_TIME, () -> 7);

        assertThatCode(guard::checkTime).doesNotThrowAnyException();
    }

    @Test
    void time_on_a_processor_counts() {
        AtomicLong used = new AtomicLong();
        Guard guard = new Guard(NO_TIME, used::incrementAndGet);

        assertThatThrownBy(guard::checkTime)
                .isInstanceOf(ExpressionFailed.class)
                .hasMessageContaining("Expected the expressions to take at most 0 ms");
    }
}
