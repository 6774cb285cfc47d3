package com.automatrix.execution.schedule;

import com.automatrix.contracts.definition.ScheduleTrigger;
import com.automatrix.platform.time.Cron;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The times at which a schedule is due. */
@FunctionalInterface
interface Timing {

    /** Whoever wants every Sunday, but is closed on Sundays, is not looked after for ever. */
    Duration FAR_AHEAD = Duration.ofDays(8 * 366);

    /** The first one after the given time; empty if there is none. */
    Optional<Instant> next(Instant after);

    /**
     * The times of a trigger.
     *
     * @param anchor where intervals are counted from
     * @throws IllegalArgumentException if its expression cannot be read
     */
    static Timing of(ScheduleTrigger trigger, Instant anchor, BusinessDays calendar) {
        ZoneId zone = Objects.requireNonNullElse(trigger.timeZone(), calendar.zone());
        Timing timing = trigger.cron() == null
                ? every(Objects.requireNonNull(trigger.every()), anchor)
                : cron(Cron.parse(trigger.cron()), zone);
        return Boolean.TRUE.equals(trigger.businessDays()) ? onBusinessDays(timing, calendar) : timing;
    }

    private static Timing cron(Cron cron, ZoneId zone) {
        return after -> cron.next(after, zone);
    }

    /** Counted from the anchor, so that starting late moves nothing. */
    private static Timing every(Duration interval, Instant anchor) {
        return after -> {
            long passed =
                    after.isBefore(anchor) ? 0 : Duration.between(anchor, after).dividedBy(interval);
            return Optional.of(anchor.plus(interval.multipliedBy(passed + 1)));
        };
    }

    private static Timing onBusinessDays(Timing timing, BusinessDays calendar) {
        return after -> {
            Optional<Instant> due = timing.next(after);
            while (due.isPresent() && due.get().isBefore(after.plus(FAR_AHEAD))) {
                LocalDate day = due.get().atZone(calendar.zone()).toLocalDate();
                Optional<LocalDate> open = calendar.firstFrom(day);
                if (open.isEmpty() || open.get().equals(day)) {
                    return open.isEmpty() ? Optional.empty() : due;
                }
                Instant morning = open.get().atStartOfDay(calendar.zone()).toInstant();
                due = timing.next(morning.minusNanos(1));
            }
            return Optional.empty();
        };
    }

    /** The next times, at most so many. */
    default List<Instant> upcoming(Instant after, int most) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> due = next(after);
        while (due.isPresent() && times.size() < most) {
            times.add(due.get());
            due = next(due.get());
        }
        return times;
    }

    /** The last times in a span, in order and at most so many; the end belongs to it, the beginning does not. */
    default List<Instant> last(Instant after, Instant until, int most) {
        Duration window = Duration.ofHours(1);
        while (true) {
            Instant from = until.minus(window);
            boolean isWhole = !from.isAfter(after);
            List<Instant> times = between(isWhole ? after : from, until);
            if (isWhole || times.size() >= most) {
                return times.subList(Math.max(0, times.size() - most), times.size());
            }
            // A long outage is not gone through from its beginning.
            window = window.multipliedBy(4);
        }
    }

    private List<Instant> between(Instant after, Instant until) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> due = next(after);
        while (due.isPresent() && !due.get().isAfter(until)) {
            times.add(due.get());
            due = next(due.get());
        }
        return times;
    }
}
