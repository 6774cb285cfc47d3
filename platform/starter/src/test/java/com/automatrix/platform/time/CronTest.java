package com.automatrix.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.support.CronExpression;

class CronTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static List<String> next(String cron, String zone, String after, int times) {
        List<String> due = new ArrayList<>();
        Instant at = Instant.parse(after);
        for (int time = 0; time < times; time++) {
            at = Cron.parse(cron).next(at, ZoneId.of(zone)).orElseThrow();
            due.add(at.toString());
        }
        return due;
    }

    @Test
    void five_fields_are_due_at_the_full_minute_and_six_have_seconds() {
        assertThat(next("30 8 * * *", "UTC", "2026-05-01T00:00:00Z", 2))
                .containsExactly("2026-05-01T08:30:00Z", "2026-05-02T08:30:00Z");
        assertThat(next("15 30 8 * * *", "UTC", "2026-05-01T08:30:15Z", 1)).containsExactly("2026-05-02T08:30:15Z");
        assertThat(next("  0  8 * * MON-FRI ", "UTC", "2026-05-01T09:00:00Z", 1))
                .containsExactly("2026-05-04T08:00:00Z");
        assertThat(next("0 8 L * *", "UTC", "2026-02-01T00:00:00Z", 2))
                .containsExactly("2026-02-28T08:00:00Z", "2026-03-31T08:00:00Z");
        assertThat(next("0 8 29 2 *", "UTC", "2026-03-01T00:00:00Z", 1)).containsExactly("2028-02-29T08:00:00Z");
    }

    /** The clock goes from 02:00 to 03:00 on 8 March, from 02:00 back to 01:00 on 1 November. */
    @ParameterizedTest
    @CsvSource({
        "30 2 * * *, 2026-03-07T08:00:00Z, 2026-03-08T07:00:00Z, 2026-03-09T06:30:00Z",
        "0 2 * * *, 2026-03-07T08:00:00Z, 2026-03-08T07:00:00Z, 2026-03-09T06:00:00Z",
        "0 3 * * *, 2026-03-07T09:00:00Z, 2026-03-08T07:00:00Z, 2026-03-09T07:00:00Z",
        "30 1 * * *, 2026-03-08T05:00:00Z, 2026-03-08T06:30:00Z, 2026-03-09T05:30:00Z",
        "*/20 2 * * *, 2026-03-08T06:59:59Z, 2026-03-08T07:00:00Z, 2026-03-09T06:00:00Z",
        "*/30 * * * *, 2026-03-08T06:30:00Z, 2026-03-08T07:00:00Z, 2026-03-08T07:30:00Z",
        "30 1 * * *, 2026-11-01T04:00:00Z, 2026-11-01T05:30:00Z, 2026-11-02T06:30:00Z",
        "0 1 * * *, 2026-11-01T04:00:00Z, 2026-11-01T05:00:00Z, 2026-11-02T06:00:00Z",
        "0 2 * * *, 2026-11-01T04:00:00Z, 2026-11-01T07:00:00Z, 2026-11-02T07:00:00Z",
        "*/30 * * * *, 2026-11-01T05:00:00Z, 2026-11-01T05:30:00Z, 2026-11-01T07:00:00Z",
        "30 1 * * *, 2026-11-01T06:15:00Z, 2026-11-02T06:30:00Z, 2026-11-03T06:30:00Z"
    })
    void both_changes_of_the_clock_in_new_york(String cron, String after, String first, String second) {
        assertThat(next(cron, "America/New_York", after, 2)).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource({
        // London: 01:00 to 02:00 on 29 March, back on 25 October.
        "30 1 * * *, Europe/London, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        "30 1 * * *, Europe/London, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        // Lord Howe: half an hour, from 02:00 to 02:30 on 4 October, back on 5 April.
        "15 2 * * *, Australia/Lord_Howe, 2026-10-03T12:00:00Z, 2026-10-03T15:30:00Z",
        "45 1 * * *, Australia/Lord_Howe, 2026-04-04T12:00:00Z, 2026-04-04T14:45:00Z",
        // Santiago: midnight itself does not exist on 6 September.
        "0 0 * * *, America/Santiago, 2026-09-05T12:00:00Z, 2026-09-06T04:00:00Z",
        // Apia left out the whole of 30 December 2011.
        "0 12 * * *, Pacific/Apia, 2011-12-29T23:00:00Z, 2011-12-30T10:00:00Z",
        // Kolkata changes nothing.
        "0 9 * * *, Asia/Kolkata, 2026-03-08T12:00:00Z, 2026-03-09T03:30:00Z"
    })
    void other_zones_have_other_changes(String cron, String zone, String after, String expected) {
        assertThat(next(cron, zone, after, 1)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "UTC"})
    void a_daily_time_is_due_exactly_once_a_day_for_ten_years(String zoneId) {
        ZoneId zone = ZoneId.of(zoneId);
        for (String cron : List.of("0 0 * * *", "30 0 * * *", "30 1 * * *", "30 2 * * *", "15 3 * * *")) {
            Instant at = ZonedDateTime.of(2025, 12, 31, 23, 0, 0, 0, zone).toInstant();
            HashSet<Object> days = new HashSet<>();
            for (int day = 0; day < 3652; day++) {
                Instant due = Cron.parse(cron).next(at, zone).orElseThrow();
                assertThat(due).as("%s in %s", cron, zone).isAfter(at);
                days.add(due.atZone(zone).toLocalDate());
                at = due;
            }
            assertThat(days).as("%s in %s", cron, zone).hasSize(3652);
            assertThat(at.atZone(zone).toLocalDate()).hasToString("2035-12-31");
        }
    }

    @Test
    void whatever_the_start_the_next_time_is_the_first_of_all() {
        Cron cron = Cron.parse("*/10 1-2 * * *");
        for (String change : List.of("2026-03-08T05:00:00Z", "2026-11-01T04:00:00Z")) {
            Instant start = Instant.parse(change);
            List<Instant> all = new ArrayList<>();
            for (Instant at = start; at.isBefore(start.plus(Duration.ofHours(6))); at = all.getLast()) {
                all.add(cron.next(at, NEW_YORK).orElseThrow());
            }
            for (int minute = 0; minute < 360; minute++) {
                Instant from = start.plus(Duration.ofMinutes(minute));
                assertThat(cron.next(from, NEW_YORK).orElseThrow())
                        .isEqualTo(all.stream()
                                .filter(due -> due.isAfter(from))
                                .findFirst()
                                .orElseThrow());
            }
        }
    }

    /** Why the expression is asked about the clock's times only, and not about a zone's. */
    @Test
    void the_library_alone_does_not_come_to_the_instant_after_a_skipped_time() {
        ZonedDateTime before = LocalDateTime.of(2026, 3, 7, 12, 0).atZone(NEW_YORK);

        assertThat(CronExpression.parse("0 30 2 * * *").next(before))
                .isNotEqualTo(Instant.parse("2026-03-08T07:00:00Z").atZone(NEW_YORK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | there are 0",
                "every day | there are 2",
                "0 0 8 * * * * | there are 7",
                "@daily | there are 1",
                "60 8 * * * | the minute to be 0 to 59",
                "0 25 * * * | the hour to be 0 to 23",
                "0 8 32 * * | the day of the month to be",
                "0 8 * 13 * | the month to be 1 to 12",
                "0 8 * * FUNDAY | the day of the week to be",
                "99 0 8 * * * | the second to be 0 to 59",
                "0 8 31 2 * | never comes"
            })
    void what_is_wrong_is_said_in_a_sentence(String cron, String sentence) {
        assertThatThrownBy(() -> Cron.parse(cron))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected ")
                .hasMessageEndingWith(".")
                .hasMessageContaining(sentence);
    }
}
