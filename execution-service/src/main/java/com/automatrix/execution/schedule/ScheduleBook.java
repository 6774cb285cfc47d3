package com.automatrix.execution.schedule;

import com.automatrix.contracts.definition.ScheduleTrigger;
import com.automatrix.contracts.definition.ScheduleTrigger.CatchUp;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.WorkflowPublished;
import com.automatrix.execution.trigger.PublicationListener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the schedules as the workflows are published. When they are due next is found at the next look. */
@Component
class ScheduleBook implements PublicationListener {

    private final ScheduleStore store;
    private final InstantSource clock;

    ScheduleBook(ScheduleStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void published(WorkflowPublished published) {
        Map<String, Schedule> before = new HashMap<>();
        store.of(published.workflowId())
                .forEach(schedule -> before.put(schedule.trigger().id(), schedule));
        published.definition().triggers().forEach(trigger -> {
            if (trigger instanceof ScheduleTrigger schedule) {
                keep(published, schedule, before.remove(schedule.id()));
            }
        });
        before.keySet().forEach(triggerId -> store.delete(published.workflowId(), triggerId));
    }

    @Override
    public void withdrawn(WorkflowId workflowId) {
        List<Schedule> all = store.of(workflowId);
        all.forEach(schedule -> store.delete(workflowId, schedule.trigger().id()));
    }

    private void keep(WorkflowPublished published, ScheduleTrigger trigger, @Nullable Schedule before) {
        Instant now = clock.instant();
        boolean goesOn = before != null && isSameTiming(before.trigger(), trigger);
        Instant anchor = goesOn ? Objects.requireNonNull(before).anchor() : now;
        Instant handledUntil = goesOn && !leavesOutThePause(Objects.requireNonNull(before), trigger, published)
                ? Objects.requireNonNull(before).handledUntil()
                : now;
        store.insert(new Schedule(
                published.workflowId(),
                published.name(),
                published.version(),
                trigger,
                Boolean.TRUE.equals(published.paused()),
                anchor,
                handledUntil,
                null,
                null,
                null));
    }

    /** A pause is meant, unlike an outage: what it held back is made up for only where that is written down. */
    private static boolean leavesOutThePause(Schedule before, ScheduleTrigger trigger, WorkflowPublished published) {
        boolean isResumed = before.paused() && !Boolean.TRUE.equals(published.paused());
        return isResumed && (trigger.catchUp() == null || trigger.catchUp() == CatchUp.NONE);
    }

    private static boolean isSameTiming(ScheduleTrigger one, ScheduleTrigger other) {
        return Objects.equals(one.cron(), other.cron())
                && Objects.equals(one.every(), other.every())
                && Objects.equals(one.timeZone(), other.timeZone())
                && Objects.equals(one.businessDays(), other.businessDays());
    }
}
