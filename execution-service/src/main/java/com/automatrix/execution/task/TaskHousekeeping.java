package com.automatrix.execution.task;

import com.automatrix.execution.history.HistoryRetention;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds, escalates, tells and forgets, each on one replica at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TaskProperties.class, TaskMailProperties.class})
class TaskHousekeeping {

    private static final Logger log = LoggerFactory.getLogger(TaskHousekeeping.class);

    @Bean
    RecurringTask<Void> remindAndEscalate(TaskTable table, TaskProperties properties, InstantSource clock) {
        return Tasks.recurring("remind-and-escalate-tasks", FixedDelay.of(properties.every()))
                .execute((_, _) -> {
                    int reminded = table.remind(clock.instant());
                    int escalated = table.escalate(clock.instant());
                    if (reminded + escalated > 0) {
                        log.info("tasks wait for long reminded={} escalated={}", reminded, escalated);
                    }
                });
    }

    @Bean
    RecurringTask<Void> tellOfTasks(TaskMails mails, ApprovalEvents events, TaskMailProperties properties) {
        return Tasks.recurring("tell-of-tasks", FixedDelay.of(properties.every()))
                .execute((_, _) -> {
                    events.announce();
                    mails.tell();
                });
    }

    @Bean
    RecurringTask<Void> forgetClosedTasks(TaskTable table, HistoryRetention retention) {
        return Tasks.recurring("forget-closed-tasks", FixedDelay.ofHours(24))
                .execute((_, _) -> table.forgetClosedBefore(retention.begin()));
    }
}
