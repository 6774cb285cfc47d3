package com.automatrix.execution.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.ScheduleTrigger;
import com.automatrix.contracts.definition.ScheduleTrigger.CatchUp;
import com.automatrix.contracts.id.WorkflowId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimingTest {

    private static final Instant ANCHOR = Instant.parse("2026-03-07T12:00:30Z");
    private static final Map<String, Object> DAY = Map.of("open", "09:00", "close", "18:00");
    private static final Map<String, @Nullable Object> VARS = Map.of(
            "timeZone",
            "America/New_York",
            "hours",
            Map.of(
                    "SALES", Map.of("MON", DAY, "TUE", DAY, "FRI", DAY),
                    "SERVICE", Map.of("MON", DAY, "WED", DAY)),
            "holidays",
            List.of(
                    Map.of("date", "2026-05-25", "name", "Memorial Day"),
                    Map.of("date", "2026-05-27", "name", "Training", "departments", List.of("SERVICE"))));
    private static final BusinessDays STORE = BusinessDays.of(VARS);
    private static final BusinessDays UNKNOWN = BusinessDays.of(Map.of());

    private static ScheduleTrigger cron(String cron, @Nullable Boolean businessDays) {
        return new ScheduleTrigger("t", cron, null, null, null, businessDays, null);
    }

    private static ScheduleTrigger every(Duration interval, @Nullable CatchUp catchUp) {
        return new ScheduleTrigger("t", null, interval, null, catchUp, null, null);
    }

    private static List<Instant> times(String... times) {
        return Stream.of(times).map(Instant::parse).toList();
    }

    @Test
    void an_interval_is_counted_from_its_anchor_also_over_a_change_of_the_clock() {
        Timing hourly = Timing.of(every(Duration.ofHours(12), null), ANCHOR, STORE);

        assertThat(hourly.upcoming(ANCHOR.minusSeconds(100), 1)).isEqualTo(times("2026-03-08T00:00:30Z"));
        assertThat(hourly.upcoming(Instant.parse("2026-03-08T00:00:31Z"), 2))
                .isEqualTo(times("2026-03-08T12:00:30Z", "2026-03-09T00:00:30Z"));
    }

    @Test
    void the_dealerships_zone_counts_unless_the_trigger_has_one() {
        ScheduleTrigger own = new ScheduleTrigger("t", "0 8 * * *", null, ZoneId.of("Asia/Tokyo"), null, null, null);

        assertThat(Timing.of(cron("0 8 * * *", null), ANCHOR, STORE).upcoming(ANCHOR, 2))
                .isEqualTo(times("2026-03-07T13:00:00Z", "2026-03-08T12:00:00Z"));
        assertThat(Timing.of(own, ANCHOR, STORE).upcoming(ANCHOR, 1)).isEqualTo(times("2026-03-07T23:00:00Z"));
    }

    @Test
    void business_days_are_those_on_which_some_department_is_open() {
        Timing mornings = Timing.of(cron("0 8 * * *", true), ANCHOR, STORE);

        // Friday 22 May; then no weekend, no Monday, which is a holiday, and no Wednesday, on which nobody is left.
        assertThat(mornings.upcoming(Instant.parse("2026-05-22T00:00:00Z"), 3))
                .isEqualTo(times("2026-05-22T12:00:00Z", "2026-05-26T12:00:00Z", "2026-05-29T12:00:00Z"));
    }

    @Test
    void without_hours_every_day_is_a_business_day_but_the_holidays() {
        BusinessDays holidays = BusinessDays.of(Map.of("holidays", Objects.requireNonNull(VARS.get("holidays"))));

        assertThat(Timing.of(cron("0 8 * * *", true), ANCHOR, holidays)
                        .upcoming(Instant.parse("2026-05-24T00:00:00Z"), 3))
                .isEqualTo(times("2026-05-24T08:00:00Z", "2026-05-26T08:00:00Z", "2026-05-27T08:00:00Z"));
    }

    @Test
    void a_time_that_never_falls_on_a_business_day_is_never_due() {
        assertThat(Timing.of(cron("0 8 * * SUN", true), ANCHOR, STORE).next(ANCHOR))
                .isEmpty();
    }

    @Test
    void the_last_times_of_a_long_span_are_found_from_its_end() {
        Timing minutely = Timing.of(every(Duration.ofMinutes(1), null), ANCHOR, UNKNOWN);

        assertThat(minutely.last(ANCHOR, Instant.parse("2036-03-07T12:00:30Z"), 2))
                .isEqualTo(times("2036-03-07T11:59:30Z", "2036-03-07T12:00:30Z"));
        assertThat(minutely.last(ANCHOR, ANCHOR.plusSeconds(59), 5)).isEmpty();
        assertThat(minutely.last(ANCHOR, ANCHOR.plusSeconds(150), 5))
                .isEqualTo(times("2026-03-07T12:01:30Z", "2026-03-07T12:02:30Z"));
    }

    @Test
    void what_was_missed_is_made_up_for_as_the_policy_says() {
        Instant now = ANCHOR.plus(Duration.ofHours(3)).plusSeconds(90);

        assertThat(plan(CatchUp.NONE, now).starts()).isEmpty();
        assertThat(plan(CatchUp.NONE, now.minusSeconds(40)).starts()).isEqualTo(times("2026-03-07T15:00:30Z"));
        assertThat(plan(CatchUp.LATEST, now).starts()).isEqualTo(times("2026-03-07T15:00:30Z"));
        assertThat(plan(null, now).starts()).isEqualTo(times("2026-03-07T15:00:30Z"));
        assertThat(plan(CatchUp.ALL, now).starts())
                .isEqualTo(times("2026-03-07T13:00:30Z", "2026-03-07T14:00:30Z", "2026-03-07T15:00:30Z"));
        assertThat(plan(CatchUp.ALL, now).nextAt()).isEqualTo(Instant.parse("2026-03-07T16:00:30Z"));
    }

    @Test
    void more_than_a_hundred_missed_times_are_cut() {
        Plan plan = plan(CatchUp.ALL, ANCHOR.plus(Duration.ofDays(30)));

        assertThat(plan.starts()).hasSize(Plan.MOST_CAUGHT_UP).last().isEqualTo(ANCHOR.plus(Duration.ofDays(30)));
        assertThat(plan.isCut()).isTrue();
        assertThat(plan(CatchUp.ALL, ANCHOR.plus(Duration.ofHours(100))).isCut())
                .isFalse();
    }

    private static Plan plan(@Nullable CatchUp catchUp, Instant now) {
        Schedule hourly = new Schedule(
                new WorkflowId(new UUID(0, 1)),
                "Hourly",
                1,
                every(Duration.ofHours(1), catchUp),
                false,
                ANCHOR,
                ANCHOR,
                null,
                null,
                null);
        return Plan.of(hourly, UNKNOWN, now);
    }
}
