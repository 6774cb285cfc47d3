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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a department is open, on the clock of the dealership's time zone: an opening that daylight saving moves is moved
 * with it.
 *
 * @param days a day that is missing is a day off
 * @param holidays the dates on which it is closed all the same, with their names
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, Hours> days, Map<LocalDate, String> holidays) {

    private static final int LETTERS_OF_A_DAY = 3;
    private static final int DAYS_AHEAD = 366;

    /** One day's; it closes at midnight if it does not close later than it opens. */
    public record Hours(LocalTime open, LocalTime close) {}

    /** A time in which it is open, from an opening to the closing after it. */
    public record Open(Instant from, Instant until) {}

    public OpeningHours {
        days = Map.copyOf(days);
        holidays = Map.copyOf(holidays);
    }

    /**
     * Reads the dealership's settings.
     *
     * @throws DateTimeException if a zone, a date or a time in them cannot be read
     */
    public static OpeningHours of(Map<String, @Nullable Object> vars, String department) {
        Map<DayOfWeek, Hours> days = new EnumMap<>(DayOfWeek.class);
        Object hours = EngineSteps.field(vars.get("hours"), department);
        for (DayOfWeek day : DayOfWeek.values()) {
            Object ofDay = EngineSteps.field(hours, day.name().substring(0, LETTERS_OF_A_DAY));
            if (EngineSteps.field(ofDay, "open") instanceof String open
                    && EngineSteps.field(ofDay, "close") instanceof String close) {
                days.put(day, new Hours(LocalTime.parse(open), LocalTime.parse(close)));
            }
        }
        return new OpeningHours(zone(vars), days, holidays(vars, department));
    }

    /**
     * The dealership's own time zone.
     *
     * @throws DateTimeException if the one in the settings cannot be read
     */
    public static ZoneId zone(Map<String, @Nullable Object> vars) {
        Object zone = vars.get("timeZone");
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone.toString());
    }

    /** The given time if it is open then, else when it opens next; null if it does not within a year. */
    @Nullable
    Instant nextOpening(Instant now) {
        Open next = openAtOrAfter(now);
        return next == null || next.from().isAfter(now) ? from(next) : now;
    }

    /** The opening that holds at the given time, else the next one; null if there is none within a year. */
    @Nullable
    Open openAtOrAfter(Instant now) {
        if (days.isEmpty()) {
            return null;
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate date = today.plusDays(ahead);
            Hours hours = days.get(date.getDayOfWeek());
            if (hours == null || holidays.containsKey(date)) {
                continue;
            }
            Open open = new Open(ZonedDateTime.of(date, hours.open(), zone).toInstant(), closing(date, hours));
            if (now.isBefore(open.until())) {
                return open;
            }
        }
        return null;
    }

    /** Whether it is open at some time of that day. */
    public boolean isOpenOn(LocalDate date) {
        return days.containsKey(date.getDayOfWeek()) && !holidays.containsKey(date);
    }

    private static @Nullable Instant from(@Nullable Open open) {
        return open == null ? null : open.from();
    }

    private Instant closing(LocalDate date, Hours hours) {
        return hours.close().isAfter(hours.open())
                ? ZonedDateTime.of(date, hours.close(), zone).toInstant()
                : date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Map<LocalDate, String> holidays(Map<String, @Nullable Object> vars, String department) {
        Map<LocalDate, String> holidays = new HashMap<>();
        if (vars.get("holidays") instanceof List<?> all) {
            for (Object holiday : all) {
                Object departments = EngineSteps.field(holiday, "departments");
                if (!(departments instanceof List<?> some) || some.contains(department)) {
                    holidays.put(
                            LocalDate.parse(String.valueOf(EngineSteps.field(holiday, "date"))),
                            String.valueOf(EngineSteps.field(holiday, "name")));
                }
            }
        }
        return holidays;
    }
}
