package com.automatrix.execution.schedule;

import com.automatrix.contracts.message.Priority;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.schedule.Schedule.LastRun;
import com.automatrix.execution.schedule.ScheduledStarts.Start;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts what is due: the executions, their starts and the schedules' next times in one transaction. However many
 * replicas look at once, a schedule is locked by one, and a planned time starts one execution.
 */
@Component
class DueSchedules {

    private static final Logger log = LoggerFactory.getLogger(DueSchedules.class);
    private static final int SCHEDULES_AT_ONCE = 20;

    private final ScheduleStore store;
    private final ScheduledStarts starts;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final MeterRegistry meters;

    DueSchedules(
            ScheduleStore store,
            ScheduledStarts starts,
            TransactionTemplate transaction,
            InstantSource clock,
            MeterRegistry meters) {
        this.store = store;
        this.starts = starts;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    /** Returns how many executions were started. */
    int start(BusinessDays calendar) {
        int started = 0;
        while (true) {
            Handled handled = transaction.execute(status -> handle(calendar));
            if (handled.batch() != null) {
                starts.send(handled.batch());
            }
            started += handled.started();
            if (handled.schedules() < SCHEDULES_AT_ONCE) {
                meters.counter("automatrix.schedules.started").increment(started);
                return started;
            }
        }
    }

    private record Handled(
            int schedules, int started, @Nullable OutboxBatch batch) {}

    private Handled handle(BusinessDays calendar) {
        Instant now = clock.instant();
        List<Schedule> schedules = store.lockDue(now, calendar.fingerprint(), SCHEDULES_AT_ONCE);
        List<Start> due = new ArrayList<>();
        for (Schedule schedule : schedules) {
            Plan plan = plan(schedule, calendar, now);
            due.addAll(claim(schedule, plan, now));
            store.planned(schedule, plan, calendar.fingerprint());
        }
        return new Handled(schedules.size(), due.size(), starts.append(due, now));
    }

    /** What cannot be read is never due, until it is published anew: it must not hold up the others. */
    private static Plan plan(Schedule schedule, BusinessDays calendar, Instant now) {
        try {
            Plan plan = Plan.of(schedule, calendar, now);
            if (plan.isCut()) {
                log.warn(
                        "schedule caught up in part workflow={} trigger={} started={}",
                        schedule.workflowId(),
                        schedule.trigger().id(),
                        plan.starts().size());
            }
            return plan;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException unreadable) {
            log.error(
                    "schedule not read workflow={} trigger={} because=\"{}\"",
                    schedule.workflowId(),
                    schedule.trigger().id(),
                    unreadable.getMessage());
            return new Plan(List.of(), schedule.handledUntil(), null, false);
        }
    }

    private List<Start> claim(Schedule schedule, Plan plan, Instant now) {
        // What is made up for queues behind what somebody waits for.
        Priority priority = plan.starts().size() > 1 ? Priority.BULK : Priority.INTERACTIVE;
        List<Start> claimed = plan.starts().stream()
                .map(plannedAt -> starts.start(schedule, plannedAt, priority))
                .filter(start -> store.claim(schedule, start.plannedAt(), start.executionId(), now))
                .toList();
        if (!claimed.isEmpty()) {
            Start last = claimed.getLast();
            store.ran(schedule, new LastRun(last.plannedAt(), now, last.executionId()));
        }
        return claimed;
    }
}
