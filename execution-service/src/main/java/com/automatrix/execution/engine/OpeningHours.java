package com.automatrix.execution.engine;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a department is open, on the clock of the dealership's time zone: an opening that daylight saving moves is moved
 * with it.
 *
 * @param days a day that is missing is a day off
 */
record OpeningHours(ZoneId zone, Map<DayOfWeek, Hours> days) {

    private static final int LETTERS_OF_A_DAY = 3;
    private static final int DAYS_AHEAD = 7;

    /** One day's; it closes at midnight if it does not close later than it opens. */
    record Hours(LocalTime open, LocalTime close) {}

    OpeningHours {
        days = Map.copyOf(days);
    }

    /**
     * Reads the dealership's settings.
     *
     * @throws DateTimeException if a zone or a time in them cannot be read
     */
    static OpeningHours of(Map<String, @Nullable Object> vars, String department) {
        Object zone = vars.get("timeZone");
        Map<DayOfWeek, Hours> days = new EnumMap<>(DayOfWeek.class);
        Object hours = EngineSteps.field(vars.get("hours"), department);
        for (DayOfWeek day : DayOfWeek.values()) {
            Object ofDay = EngineSteps.field(hours, day.name().substring(0, LETTERS_OF_A_DAY));
            if (EngineSteps.field(ofDay, "open") instanceof String open
                    && EngineSteps.field(ofDay, "close") instanceof String close) {
                days.put(day, new Hours(LocalTime.parse(open), LocalTime.parse(close)));
            }
        }
        return new OpeningHours(zone == null ? ZoneOffset.UTC : ZoneId.of(zone.toString()), days);
    }

    /** The given time if it is open then, else when it opens next; null if it never does. */
    @Nullable
    Instant nextOpening(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate date = today.plusDays(ahead);
            Hours hours = days.get(date.getDayOfWeek());
            if (hours == null) {
                continue;
            }
            Instant open = ZonedDateTime.of(date, hours.open(), zone).toInstant();
            if (now.isBefore(open)) {
                return open;
            }
            if (now.isBefore(closing(date, hours))) {
                return now;
            }
        }
        return null;
    }

    private Instant closing(LocalDate date, Hours hours) {
        return hours.close().isAfter(hours.open())
                ? ZonedDateTime.of(date, hours.close(), zone).toInstant()
                : date.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
