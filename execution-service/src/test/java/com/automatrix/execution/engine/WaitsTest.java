package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {

    private static final Map<String, Object> SALES = Map.of(
            "SALES",
            Map.of(
                    "MON", Map.of("open", "09:00", "close", "18:00"),
                    "SAT", Map.of("open", "10:00", "close", "14:00"),
                    "SUN", Map.of("open", "02:30", "close", "04:00")));

    private static Graph wait(Map<String, Object> config) {
        return Graph.graph().step("pause", "flow.wait", config).work("next").edge("pause", "next");
    }

    @Test
    void a_duration_is_waited_for_by_a_timer() {
        Scenario scenario = Scenario.execution(wait(Map.of("duration", "P2D")))
                .starts()
                .requests()
                .has("pause", StepStatus.WAITING)
                .is(ExecutionStatus.WAITING);

        assertThat(scenario.timer(TimerKind.WAIT, "pause").dueAt())
                .isEqualTo(Scenario.BEGINNING.plus(Duration.ofDays(2)));
        scenario.onTimer(TimerKind.WAIT, "pause").requests("next").is(ExecutionStatus.RUNNING);
        scenario.onTimer(TimerKey.wait(scenario.run("pause").id())).isIgnored();
    }

    @Test
    void a_time_that_has_passed_does_not_wait() {
        Scenario.execution(wait(Map.of("until", "{{ input.at }}")))
                .starts(Map.of("at", "2026-03-04T00:00:00-05:00"))
                .requests("next");
    }

    @Test
    void a_time_that_is_none_fails_the_step() {
        Scenario.execution(wait(Map.of("until", "{{ input.at }}")))
                .starts(Map.of("at", "tomorrow"))
                .failsWith("wait.unreadable-time");
    }

    @Test
    void opening_hours_that_are_unknown_fail_the_step() {
        Scenario.execution(wait(Map.of("businessHours", "PARTS"))).starts().failsWith("wait.never-open");
    }

    @Test
    void a_waiting_step_can_be_cancelled() {
        Scenario.execution(wait(Map.of("duration", "P2D")))
                .starts()
                .onCancel()
                .ends(ExecutionStatus.CANCELLED)
                .satisfies(it -> assertThat(it.openTimers()).isEmpty());
    }

    /** New York puts its clocks on by an hour at 02:00 on 8 March 2026, and back at 02:00 on 1 November. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T13:59:00Z, 2026-03-02T14:00:00Z", // Monday, before the opening
        "2026-03-02T15:00:00Z, 2026-03-02T15:00:00Z", // while it is open
        "2026-03-02T23:00:00Z, 2026-03-07T15:00:00Z", // closed: on Saturday
        "2026-03-07T20:00:00Z, 2026-03-08T07:30:00Z", // 02:30 does not exist that day
        "2026-03-08T12:00:00Z, 2026-03-09T13:00:00Z", // Monday in summer time
        "2026-10-26T12:00:00Z, 2026-10-26T13:00:00Z", // still summer time
        "2026-11-01T12:00:00Z, 2026-11-02T14:00:00Z", // winter time again
        "2026-11-01T07:00:00Z, 2026-11-01T07:30:00Z" // after the hour that came twice
    })
    void the_next_opening_is_on_the_clock_of_the_dealership(Instant now, Instant expected) {
        OpeningHours sales = OpeningHours.of(Map.of("timeZone", "America/New_York", "hours", SALES), "SALES");

        assertThat(sales.nextOpening(now)).isEqualTo(expected);
    }

    @Test
    void a_department_that_closes_after_midnight_is_open_until_then() {
        Map<String, Object> hours = Map.of("SERVICE", Map.of("MON", Map.of("open", "20:00", "close", "00:00")));
        OpeningHours service = OpeningHours.of(Map.of("hours", hours), "SERVICE");

        assertThat(service.nextOpening(Instant.parse("2026-03-02T23:59:00Z")))
                .isEqualTo(Instant.parse("2026-03-02T23:59:00Z"));
        assertThat(service.nextOpening(Instant.parse("2026-03-03T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-09T20:00:00Z"));
    }
}
