package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BusinessHoursTest {

    private static final Map<String, @Nullable Object> VARS = Map.of(
            "timeZone", "America/New_York",
            "hours",
                    Map.of(
                            "SALES", week("09:00", "18:00"),
                            "SERVICE", week("00:30", "03:30")),
            "holidays",
                    List.of(
                            Map.of("date", "2026-05-25", "name", "Memorial Day"),
                            Map.of("date", "2026-05-26", "name", "Stocktaking", "departments", List.of("SALES"))));

    private static Map<String, Object> week(String open, String close) {
        Map<String, Object> day = Map.of("open", open, "close", close);
        return Map.of("MON", day, "TUE", day, "WED", day, "THU", day, "FRI", day, "SUN", day);
    }

    private static Map<String, Object> look(String department, String now) {
        return BusinessHours.output(OpeningHours.of(VARS, department), Instant.parse(now));
    }

    @Test
    void while_it_is_open_the_next_opening_is_the_one_after() {
        assertThat(look("SALES", "2026-05-20T13:00:00Z"))
                .isEqualTo(Map.of(
                        "open", true, "nextOpening", "2026-05-21T13:00:00Z", "nextClosing", "2026-05-20T22:00:00Z"));
    }

    @Test
    void it_is_closed_from_the_minute_of_closing() {
        assertThat(look("SALES", "2026-05-20T22:00:00Z"))
                .isEqualTo(Map.of(
                        "open", false, "nextOpening", "2026-05-21T13:00:00Z", "nextClosing", "2026-05-21T22:00:00Z"));
    }

    @Test
    void a_holiday_is_closed_and_has_a_name() {
        assertThat(look("SALES", "2026-05-25T15:00:00Z"))
                .isEqualTo(Map.of(
                        "open", false,
                        "nextOpening", "2026-05-27T13:00:00Z",
                        "nextClosing", "2026-05-27T22:00:00Z",
                        "holiday", "Memorial Day"));
    }

    @Test
    void a_holiday_of_one_department_is_none_of_another() {
        assertThat(look("SERVICE", "2026-05-25T15:00:00Z")).containsEntry("nextOpening", "2026-05-26T04:30:00Z");
        assertThat(OpeningHours.of(VARS, "SALES").nextOpening(Instant.parse("2026-05-24T23:00:00Z")))
                .isEqualTo(Instant.parse("2026-05-27T13:00:00Z"));
    }

    @Test
    void hours_over_a_change_of_the_clocks_are_as_long_as_the_night_is() {
        // Put on at 02:00 on 8 March: open for two hours instead of three.
        assertThat(look("SERVICE", "2026-03-08T05:30:00Z"))
                .containsEntry("open", true)
                .containsEntry("nextClosing", "2026-03-08T07:30:00Z");
        // Put back at 02:00 on 1 November: four hours.
        assertThat(look("SERVICE", "2026-11-01T08:29:59Z"))
                .containsEntry("open", true)
                .containsEntry("nextClosing", "2026-11-01T08:30:00Z");
        assertThat(look("SERVICE", "2026-11-01T04:30:00Z")).containsEntry("open", true);
    }

    @Test
    void a_department_without_hours_is_closed() {
        assertThat(look("PARTS", "2026-05-20T13:00:00Z")).isEqualTo(Map.of("open", false));
        Scenario.execution(Graph.graph()
                        .step("look", BusinessHours.TYPE, Map.of("department", "PARTS"))
                        .work("call", "write")
                        .edge("look", "open", "call")
                        .edge("look", "closed", "write"))
                .starts()
                .requests("write");
    }
}
