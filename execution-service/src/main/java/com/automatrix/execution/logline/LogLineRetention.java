package com.automatrix.execution.logline;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets log lines after a month. */
@Configuration(proxyBeanMethods = false)
class LogLineRetention {

    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetLogLines(LogLineStore store, InstantSource clock) {
        return Tasks.recurring("forget-log-lines", FixedDelay.ofHours(6))
                .execute((_, _) -> store.forgetBefore(clock.instant().minus(KEPT)));
    }
}
