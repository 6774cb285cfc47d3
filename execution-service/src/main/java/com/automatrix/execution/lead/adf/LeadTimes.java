package com.automatrix.execution.lead.adf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates in all the forms that are seen; one without a zone is in the store's. */
final class LeadTimes {

    private static final String TIME =
            "(?:[T ,]{1,3}(?<hour>\\d{1,2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2}))?(?:[.,:]\\d{1,12})?\\s{0,2}(?<half>[AP]\\.?M\\.?)?"
                    + "\\s{0,2}(?<zone>Z|UTC|GMT|[ECMP][SD]T|[+-]\\d{1,2}:?\\d{0,2})?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<year>\\d{4})[-/.]?(?<month>\\d{1,2})[-/.]?(?<day>\\d{1,2})" + TIME + ".{0,20}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<month>\\d{1,2})[-/.](?<day>\\d{1,2})[-/.](?<year>\\d{4}|\\d{2})" + TIME + ".{0,20}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_NAME = Pattern.compile(
            "(?:[A-Za-z]{3,9},?\\s{1,2})?(?:(?<day>\\d{1,2})\\s(?<name>[A-Za-z]{3})[a-z]{0,6}|(?<name2>[A-Za-z]{3})[a-z]{0,6}\\s(?<day2>\\d{1,2})),?\\s(?<year>\\d{4})"
                    + TIME + ".{0,20}",
            Pattern.CASE_INSENSITIVE);
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int FIRST_YEAR = 1995;
    private static final int LAST_YEAR = 2100;

    private LeadTimes() {}

    static Optional<OffsetDateTime> read(String text, ZoneId storeZone) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() > 80) {
            return Optional.empty();
        }
        try {
            Matcher yearFirst = YEAR_FIRST.matcher(line);
            if (yearFirst.matches()) {
                return at(yearFirst, number(yearFirst, "month"), number(yearFirst, "day"), storeZone);
            }
            Matcher monthFirst = MONTH_FIRST.matcher(line);
            if (monthFirst.matches()) {
                return monthFirst(monthFirst, storeZone);
            }
            Matcher byName = BY_NAME.matcher(line);
            return byName.matches() ? byName(byName, storeZone) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** Day-first where it can be nothing else. */
    private static Optional<OffsetDateTime> monthFirst(Matcher found, ZoneId storeZone) {
        int first = number(found, "month");
        int second = number(found, "day");
        return first > 12 ? at(found, second, first, storeZone) : at(found, first, second, storeZone);
    }

    private static Optional<OffsetDateTime> byName(Matcher found, ZoneId storeZone) {
        String name = found.group("name") == null ? found.group("name2") : found.group("name");
        int place = MONTHS.indexOf(name.toLowerCase(Locale.ROOT));
        int day = found.group("day") == null ? number(found, "day2") : number(found, "day");
        return place < 0 || place % 3 != 0 ? Optional.empty() : at(found, place / 3 + 1, day, storeZone);
    }

    private static Optional<OffsetDateTime> at(Matcher found, int month, int day, ZoneId storeZone) {
        int year = number(found, "year");
        LocalDate date = LocalDate.of(year < 100 ? 2000 + year : year, month, day);
        LocalDateTime time = LocalDateTime.of(date, time(found));
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            return Optional.empty();
        }
        ZoneOffset offset = offset(found.group("zone"));
        return Optional.of(offset == null ? time.atZone(storeZone).toOffsetDateTime() : time.atOffset(offset));
    }

    private static LocalTime time(Matcher found) {
        if (found.group("hour") == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = number(found, "hour");
        String half = found.group("half");
        if (half != null && hour <= 12) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        return LocalTime.of(hour, number(found, "minute"), found.group("second") == null ? 0 : number(found, "second"));
    }

    private static @Nullable ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        if (!zone.startsWith("+") && !zone.startsWith("-")) {
            return named(zone.toUpperCase(Locale.ROOT));
        }
        String digits = zone.substring(1);
        int colon = digits.indexOf(':');
        String hours = colon >= 0 ? digits.substring(0, colon) : digits.substring(0, Math.min(2, digits.length()));
        String minutes = colon >= 0 ? digits.substring(colon + 1) : digits.substring(hours.length());
        int total = Integer.parseInt(hours) * 60
                + (minutes.isEmpty() ? 0 : Integer.parseInt(minutes.length() == 1 ? minutes + "0" : minutes));
        return ZoneOffset.ofTotalSeconds((zone.startsWith("-") ? -total : total) * 60);
    }

    private static ZoneOffset named(String zone) {
        return switch (zone) {
            case "EDT" -> ZoneOffset.ofHours(-4);
            case "EST", "CDT" -> ZoneOffset.ofHours(-5);
            case "CST", "MDT" -> ZoneOffset.ofHours(-6);
            case "MST", "PDT" -> ZoneOffset.ofHours(-7);
            case "PST" -> ZoneOffset.ofHours(-8);
            default -> ZoneOffset.UTC;
        };
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
