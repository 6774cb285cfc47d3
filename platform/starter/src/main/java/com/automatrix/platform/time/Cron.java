package com.automatrix.platform.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * A cron expression of five fields, or of six with seconds first, on the clock of a time zone. A time that the clock
 * skips is due once, when the clock goes on; one that comes twice is due the first time only.
 */
public final class Cron {

    private static final String EVERY = "*";
    private static final List<Field> FIELDS = List.of(
            new Field("second", "0 to 59"),
            new Field("minute", "0 to 59"),
            new Field("hour", "0 to 23"),
            new Field("day of the month", "1 to 31, or L for the last"),
            new Field("month", "1 to 12, or JAN to DEC"),
            new Field("day of the week", "0 to 7 (both ends are Sunday), or MON to SUN"));

    private final CronExpression expression;

    private Cron(CronExpression expression) {
        this.expression = expression;
    }

    private record Field(String name, String values) {}

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException with a sentence for whoever wrote it
     */
    public static Cron parse(String text) {
        List<String> fields = fields(text);
        for (int index = 0; index < fields.size(); index++) {
            String alone = alone(fields, index);
            if (!CronExpression.isValidExpression(alone)) {
                Field field = FIELDS.get(index);
                throw new IllegalArgumentException("Expected the %s to be %s, a list, a range or *, but it is \"%s\"."
                        .formatted(field.name, field.values, fields.get(index)));
            }
        }
        Cron cron = new Cron(CronExpression.parse(String.join(" ", fields)));
        // Not before 1970 and after a leap day: whatever comes at all comes within the years that are looked at.
        if (cron.expression.next(LocalDateTime.of(2000, 1, 1, 0, 0)) == null) {
            throw new IllegalArgumentException(
                    "Expected a day that exists, but \"%s\" never comes.".formatted(text.strip()));
        }
        return cron;
    }

    /** When it is due next; empty if it never is again. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        LocalDateTime local = after.atZone(zone).toLocalDateTime();
        while (true) {
            local = expression.next(local);
            if (local == null) {
                return Optional.empty();
            }
            Instant due = instant(local, zone);
            // In the hour that comes twice, the clock shows times that were due the first time already.
            if (due.isAfter(after)) {
                return Optional.of(due);
            }
        }
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private static List<String> fields(String text) {
        List<String> fields = Arrays.asList(text.strip().split("\\s+", -1));
        if (fields.size() == FIELDS.size()) {
            return fields;
        }
        if (fields.size() == FIELDS.size() - 1) {
            return Arrays.asList(("0 " + text.strip()).split("\\s+", -1));
        }
        throw new IllegalArgumentException(
                "Expected five fields (minute, hour, day of the month, month, day of the week), or six with the second first, but there are %d."
                        .formatted(text.isBlank() ? 0 : fields.size()));
    }

    private static String alone(List<String> fields, int index) {
        String[] others = new String[fields.size()];
        Arrays.fill(others, EVERY);
        others[index] = fields.get(index);
        return String.join(" ", others);
    }
}
