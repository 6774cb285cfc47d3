package com.automatrix.execution.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void nothing_took_no_time() {
        assertThat(new Durations().percentile(0.5)).isNull();
    }

    @Test
    void a_percentile_is_right_within_five_per_cent() {
        long[] times = new Random(7)
                .longs(10_001, 20, 3_600_000)
                .map(ms -> 20 + ms * ms / 3_600_000)
                .sorted()
                .toArray();
        Durations durations = new Durations();

        LongStream.of(times).forEach(ms -> durations.add(durationClass(ms), 1));

        assertThat(durations.percentile(0.5)).isCloseTo(times[5_000], Percentage.withPercentage(5));
        assertThat(durations.percentile(0.95)).isCloseTo(times[9_500], Percentage.withPercentage(5));
    }

    /** As the database counts. */
    private static int durationClass(long ms) {
        return (int) Math.floor(8 * Math.log(ms + 1.0) / Math.log(2));
    }
}
