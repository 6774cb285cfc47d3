package com.automatrix.execution.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.execution.dashboard.Range.Bucket;
import com.automatrix.platform.problem.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RangeTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant NOW = Instant.parse("2026-05-02T10:20:00Z");

    @Test
    void the_last_day_in_hours_is_what_is_usual() {
        Range range = Range.read(new DashboardRequest(null, null, null, null, null), ZoneId.of("America/Toronto"), NOW);

        assertThat(range)
                .isEqualTo(new Range(
                        null,
                        Instant.parse("2026-05-01T10:00:00Z"),
                        Instant.parse("2026-05-02T11:00:00Z"),
                        Bucket.HOUR,
                        ZoneId.of("America/Toronto")));
    }

    @Test
    void a_longer_range_is_one_of_whole_days_of_the_zone() {
        Range range = read("2026-05-01T14:00:00Z", "2026-05-08T01:00:00Z", null, "America/Toronto");

        assertThat(range.bucket()).isEqualTo(Bucket.DAY);
        assertThat(range.from()).isEqualTo("2026-05-01T04:00:00Z");
        assertThat(range.to()).isEqualTo("2026-05-08T04:00:00Z");
        assertThat(range.beginnings()).hasSize(7);
        assertThat(range.before().from()).isEqualTo("2026-04-24T04:00:00Z");
    }

    @Test
    void the_day_on_which_clocks_go_forward_has_23_hours() {
        Range range = read("2026-03-07T05:00:00Z", "2026-03-10T04:00:00Z", "DAY", "America/Toronto");

        assertThat(lengths(range)).containsExactly(24L, 23L, 24L);
        assertThat(range.before().from()).isEqualTo("2026-03-04T05:00:00Z");
    }

    @Test
    void the_day_on_which_clocks_go_back_has_25_hours() {
        Range range = read("2026-10-31T04:00:00Z", "2026-11-03T05:00:00Z", "DAY", "America/Toronto");

        assertThat(lengths(range)).containsExactly(24L, 25L, 24L);
    }

    @Test
    void a_day_of_a_zone_half_an_hour_off_begins_at_its_own_midnight() {
        Range range = read("2026-05-01T12:00:00Z", "2026-05-02T12:00:00Z", "DAY", "America/St_Johns");

        assertThat(range.beginnings())
                .containsExactly(Instant.parse("2026-05-01T02:30:00Z"), Instant.parse("2026-05-02T02:30:00Z"));
        assertThat(range.to()).isEqualTo("2026-05-03T02:30:00Z");
    }

    @Test
    void hours_are_those_of_the_clock_that_figures_are_kept_by() {
        Range range = read("2026-05-01T12:10:00Z", "2026-05-01T13:10:00Z", "HOUR", "America/St_Johns");

        assertThat(range.beginnings())
                .containsExactly(Instant.parse("2026-05-01T12:00:00Z"), Instant.parse("2026-05-01T13:00:00Z"));
    }

    @Test
    void a_range_that_is_none_or_too_long_is_refused() {
        assertThatThrownBy(() -> read("2026-05-01T00:00:00Z", "2026-05-01T00:00:00Z", null, "UTC"))
                .isInstanceOf(Invalid.class)
                .hasMessage(
                        "execution.bad-filter: Expected a time after 2026-05-01T00:00:00Z, but got 2026-05-01T00:00:00Z.");
        assertThatThrownBy(() -> read("2026-01-01T00:00:00Z", "2026-05-01T00:00:00Z", "HOUR", "UTC"))
                .isInstanceOf(Invalid.class)
                .hasMessage(
                        "execution.bad-filter: Expected a range of at most 1000 buckets, but it has 2880. Ask for days, or for less.");
        assertThatThrownBy(() -> read("1803-01-01T00:00:00Z", "1803-01-02T00:00:00Z", "HOUR", "UTC"))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith(
                        "execution.bad-filter: Expected times from 2000-01-01T00:00:00Z to 2200-01-01T00:00:00Z, but got");
        assertThatThrownBy(() -> read("2026-05-01T00:00:00Z", "2026-05-01T01:00:00Z", "HOUR", "+05:00"))
                .isInstanceOf(Invalid.class)
                .hasMessage("execution.bad-filter: Expected a time zone such as America/Toronto, but got \"+05:00\".");
    }

    private static Range read(String from, String to, @Nullable String bucket, String zone) {
        return Range.read(new DashboardRequest(null, from, to, bucket, zone), UTC, NOW);
    }

    private static List<Long> lengths(Range range) {
        List<Instant> at = range.beginnings();
        return IntStream.range(0, at.size())
                .mapToObj(i -> Duration.between(at.get(i), i + 1 < at.size() ? at.get(i + 1) : range.to())
                        .toHours())
                .toList();
    }
}
