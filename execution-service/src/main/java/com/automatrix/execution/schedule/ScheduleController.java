package com.automatrix.execution.schedule;

import com.automatrix.contracts.definition.ScheduleTrigger;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.trigger.DealershipSettings;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.Invalid;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the schedules that are in force, and when one would be due. */
@RestController
@RequestMapping("/api/schedules")
@PreAuthorize("hasRole('VIEWER')")
class ScheduleController {

    private static final int NEXT_TIMES = 10;
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final ScheduleStore store;
    private final DealershipSettings settings;
    private final InstantSource clock;

    ScheduleController(ScheduleStore store, DealershipSettings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** The next times of a schedule that nobody has published yet. */
    record Preview(ZoneId timeZone, List<Instant> next) {

        Preview {
            next = List.copyOf(next);
        }
    }

    @GetMapping
    Page<ScheduleResponse> list(@RequestParam(required = false) @Nullable UUID workflowId) {
        BusinessDays calendar = BusinessDays.of(settings.vars());
        Instant now = clock.instant();
        List<Schedule> schedules = workflowId == null ? store.all() : store.of(new WorkflowId(workflowId));
        return Page.of(schedules.stream()
                .map(schedule -> response(schedule, calendar, now))
                .toList());
    }

    @GetMapping("/preview")
    Preview preview(
            @RequestParam(required = false) @Nullable String cron,
            @RequestParam(required = false) @Nullable String every,
            @RequestParam(required = false) @Nullable String timeZone,
            @RequestParam(defaultValue = "false") boolean businessDays) {
        BusinessDays calendar = BusinessDays.of(settings.vars());
        ScheduleTrigger trigger =
                new ScheduleTrigger("preview", cron, interval(cron, every), zone(timeZone), null, businessDays, null);
        Instant now = clock.instant();
        try {
            return new Preview(
                    zone(trigger, calendar), Timing.of(trigger, now, calendar).upcoming(now, NEXT_TIMES));
        } catch (IllegalArgumentException unreadable) {
            throw new Invalid("schedule.unreadable-cron", String.valueOf(unreadable.getMessage()));
        }
    }

    private static ScheduleResponse response(Schedule schedule, BusinessDays calendar, Instant now) {
        ScheduleTrigger trigger = schedule.trigger();
        return new ScheduleResponse(
                schedule.workflowId(),
                schedule.workflowName(),
                schedule.version(),
                trigger.id(),
                trigger.cron(),
                trigger.every(),
                zone(trigger, calendar),
                trigger.catchUpOrDefault(),
                Boolean.TRUE.equals(trigger.businessDays()),
                schedule.paused(),
                ScheduleResponse.LastRun.of(schedule.lastRun()),
                schedule.paused()
                        ? List.of()
                        : Timing.of(trigger, schedule.anchor(), calendar).upcoming(now, NEXT_TIMES));
    }

    private static ZoneId zone(ScheduleTrigger trigger, BusinessDays calendar) {
        return Objects.requireNonNullElse(trigger.timeZone(), calendar.zone());
    }

    private static @Nullable ZoneId zone(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new Invalid(
                    "schedule.unknown-zone",
                    "Expected a time zone such as America/Toronto, but there is none named \"%s\".".formatted(text));
        }
    }

    private static @Nullable Duration interval(@Nullable String cron, @Nullable String every) {
        if ((cron == null) == (every == null)) {
            throw new Invalid(
                    "schedule.invalid",
                    "Expected either a cron expression or an interval, but there are both or none.");
        }
        return every == null
                ? null
                : duration(every)
                        .filter(interval -> interval.compareTo(SHORTEST) >= 0)
                        .orElseThrow(() -> new Invalid(
                                "schedule.invalid-interval",
                                "Expected an interval of at least a minute, such as PT15M, but it is \"%s\"."
                                        .formatted(every)));
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
