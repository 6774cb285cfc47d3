package com.automatrix.execution.schedule;

import com.automatrix.execution.trigger.DealershipSettings;
import com.automatrix.execution.trigger.PublicationTail;
import java.time.DateTimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second, on every replica, for schedules that are due. */
@Component
class ScheduleClock {

    private static final Logger log = LoggerFactory.getLogger(ScheduleClock.class);

    private final DueSchedules due;
    private final DealershipSettings settings;
    private final PublicationTail publications;

    ScheduleClock(DueSchedules due, DealershipSettings settings, PublicationTail publications) {
        this.due = due;
        this.settings = settings;
        this.publications = publications;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        // Before that, a pause or the dealership's time zone may not be known.
        if (!settings.isCaughtUp() || !publications.isCaughtUp()) {
            return;
        }
        BusinessDays calendar;
        try {
            calendar = BusinessDays.of(settings.vars());
        } catch (DateTimeException unreadable) {
            log.error("schedules not looked at because=\"{}\"", unreadable.getMessage());
            return;
        }
        due.start(calendar);
    }
}
