package com.automatrix.execution.schedule;

import com.automatrix.execution.engine.OpeningHours;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days on which the dealership works: some department is open. Where no hours are known, every day that is no
 * holiday of the whole dealership.
 *
 * @param fingerprint another one as soon as zone, hours or holidays are others
 */
record BusinessDays(ZoneId zone, List<OpeningHours> departments, OpeningHours whole, String fingerprint) {

    private static final String NO_DEPARTMENT = "";
    private static final int DAYS_AHEAD = 366;

    BusinessDays {
        departments = List.copyOf(departments);
    }

    /**
     * Reads the dealership's settings.
     *
     * @throws DateTimeException if a zone, a date or a time in them cannot be read
     */
    static BusinessDays of(Map<String, @Nullable Object> vars) {
        List<OpeningHours> departments = new ArrayList<>();
        if (vars.get("hours") instanceof Map<?, ?> hours) {
            hours.keySet().forEach(department -> departments.add(OpeningHours.of(vars, String.valueOf(department))));
        }
        return new BusinessDays(
                OpeningHours.zone(vars), departments, OpeningHours.of(vars, NO_DEPARTMENT), fingerprint(vars));
    }

    boolean isBusinessDay(LocalDate date) {
        return departments.isEmpty()
                ? !whole.holidays().containsKey(date)
                : departments.stream().anyMatch(department -> department.isOpenOn(date));
    }

    /** That day or the first one after it; empty if there is none within a year. */
    Optional<LocalDate> firstFrom(LocalDate date) {
        return date.datesUntil(date.plusDays(DAYS_AHEAD))
                .filter(this::isBusinessDay)
                .findFirst();
    }

    private static String fingerprint(Map<String, @Nullable Object> vars) {
        return Integer.toHexString(Objects.hash(vars.get("timeZone"), vars.get("hours"), vars.get("holidays")));
    }
}
