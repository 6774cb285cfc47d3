package com.automatrix.execution.schedule;

import com.automatrix.contracts.definition.ScheduleTrigger.CatchUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a schedule comes to.
 *
 * @param starts the times for which an execution starts now
 * @param nextAt null if it is never due again
 * @param isCut whether more times were missed than are made up for
 */
record Plan(
        List<Instant> starts,
        Instant handledUntil,
        @Nullable Instant nextAt,
        boolean isCut) {

    /** How many missed times are made up for at most; the latest ones. */
    static final int MOST_CAUGHT_UP = 100;

    /** What is started so late is not missed. */
    static final Duration ON_TIME = Duration.ofMinutes(1);

    Plan {
        starts = List.copyOf(starts);
    }

    static Plan of(Schedule schedule, BusinessDays calendar, Instant now) {
        Timing timing = Timing.of(schedule.trigger(), schedule.anchor(), calendar);
        Instant since = since(schedule, calendar, now);
        List<Instant> due = timing.last(since, now, MOST_CAUGHT_UP + 1);
        CatchUp catchUp = schedule.trigger().catchUpOrDefault();
        return new Plan(
                chosen(due, catchUp, now),
                due.isEmpty() ? since : now,
                timing.next(due.isEmpty() ? since : now).orElse(null),
                catchUp == CatchUp.ALL && due.size() > MOST_CAUGHT_UP);
    }

    /** With another calendar, times that have passed are not due after the fact. */
    private static Instant since(Schedule schedule, BusinessDays calendar, Instant now) {
        boolean isDue = schedule.nextAt() != null && !schedule.nextAt().isAfter(now);
        boolean isAsPlanned =
                schedule.plannedWith() == null || schedule.plannedWith().equals(calendar.fingerprint());
        return isDue || isAsPlanned || schedule.handledUntil().isAfter(now) ? schedule.handledUntil() : now;
    }

    private static List<Instant> chosen(List<Instant> due, CatchUp catchUp, Instant now) {
        return switch (catchUp) {
            case NONE ->
                due.stream().filter(time -> !time.isBefore(now.minus(ON_TIME))).toList();
            case LATEST -> due.isEmpty() ? due : List.of(due.getLast());
            case ALL -> due.subList(Math.max(0, due.size() - MOST_CAUGHT_UP), due.size());
        };
    }
}
