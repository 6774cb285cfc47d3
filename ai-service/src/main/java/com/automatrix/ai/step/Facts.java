package com.automatrix.ai.step;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells which numbers and days of an answer stand nowhere in what the model was given. */
final class Facts {

    private static final Pattern PHONE = Pattern.compile("\\+?\\d?[ .-]?\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}\\b");
    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)([kK]\\b)?");
    private static final Pattern LIST_MARK = Pattern.compile("(?m)^\\s*\\d{1,2}[.)]\\s");
    private static final Pattern FULL_HOUR = Pattern.compile("(?<=\\d):00\\b");
    private static final Pattern HOUR = Pattern.compile("(?i)\\b(\\d{1,2})(?::\\d{2})?( ?[ap]\\.?m\\b)?");
    private static final Pattern WEEKDAY =
            Pattern.compile("(?i)\\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\\b");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?i)\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?\\b");
    private static final Pattern ISO_DATE = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern SHORT_DATE = Pattern.compile("\\b(\\d{1,2})/\\d{1,2}\\b");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final int NOON = 12;

    private final String given;
    private final String digits;
    private final Set<BigDecimal> numbers;
    private final Set<String> days = new HashSet<>();
    private final Set<String> months = new HashSet<>();

    /** Knows what stands in that text. */
    Facts(String given) {
        this.given = given.toLowerCase(Locale.ROOT);
        this.digits = given.replaceAll("\\D", "");
        this.numbers = numbers(given);
        readHours();
        readDates();
    }

    /** What an answer says though nobody told the model, in its own words. */
    Set<String> inventedIn(String answer) {
        Set<String> invented = new LinkedHashSet<>();
        for (MatchResult phone : PHONE.matcher(answer).results().toList()) {
            String number = phone.group().replaceAll("\\D", "");
            if (!digits.contains(number.substring(Math.max(0, number.length() - 10)))) {
                invented.add(phone.group().strip());
            }
        }
        String rest = cleaned(PHONE.matcher(answer).replaceAll(" "));
        for (MatchResult number : NUMBER.matcher(rest).results().toList()) {
            if (!numbers.contains(value(number))) {
                invented.add(number.group());
            }
        }
        addInventedDays(answer, invented);
        return invented;
    }

    private void addInventedDays(String answer, Set<String> invented) {
        for (MatchResult day : WEEKDAY.matcher(answer).results().toList()) {
            String name = day.group(1).toLowerCase(Locale.ROOT);
            Pattern inAnyForm = Pattern.compile("\\b" + name.substring(0, 3) + "(?:s|rs|nes|ur)?(?:day)?s?\\b");
            if (!days.contains(name) && !inAnyForm.matcher(given).find()) {
                invented.add(day.group());
            }
        }
        for (MatchResult date : MONTH_DAY.matcher(answer).results().toList()) {
            String month = date.group(1).toLowerCase(Locale.ROOT);
            if (!months.contains(month)
                    && !Pattern.compile("\\b" + month).matcher(given).find()) {
                invented.add(date.group());
            }
        }
    }

    private void readHours() {
        for (MatchResult hour : HOUR.matcher(given).results().toList()) {
            int value = Integer.parseInt(hour.group(1));
            boolean isTime = hour.group().contains(":") || hour.group(2) != null;
            if (isTime && value <= 2 * NOON) {
                numbers.add(new BigDecimal(value > NOON ? value - NOON : value + NOON).stripTrailingZeros());
            }
        }
    }

    private void readDates() {
        for (MatchResult date : ISO_DATE.matcher(given).results().toList()) {
            day(date.group()).ifPresent(day -> {
                days.add(day.getDayOfWeek().name().toLowerCase(Locale.ROOT));
                months.add(MONTHS.get(day.getMonthValue() - 1));
            });
        }
        for (MatchResult date : SHORT_DATE.matcher(given).results().toList()) {
            int month = Integer.parseInt(date.group(1));
            if (month >= 1 && month <= MONTHS.size()) {
                months.add(MONTHS.get(month - 1));
            }
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Set<BigDecimal> numbers(String text) {
        List<BigDecimal> numbers = new ArrayList<>();
        NUMBER.matcher(FULL_HOUR.matcher(text).replaceAll(""))
                .results()
                .map(Facts::value)
                .forEach(numbers::add);
        return new HashSet<>(numbers);
    }

    private static String cleaned(String answer) {
        return FULL_HOUR.matcher(LIST_MARK.matcher(answer).replaceAll(" ")).replaceAll("");
    }

    private static BigDecimal value(MatchResult number) {
        BigDecimal value = new BigDecimal(number.group(1).replace(",", ""));
        BigDecimal whole = number.group(2) == null ? value : value.multiply(THOUSAND);
        return whole.signum() == 0 ? BigDecimal.ZERO : whole.stripTrailingZeros();
    }
}
