package com.automatrix.execution.deadletter;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets dead letters when their topics do. */
@Configuration(proxyBeanMethods = false)
class DeadLetterRetention {

    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetDeadLetters(DeadLetterStore store, InstantSource clock) {
        return Tasks.recurring("forget-dead-letters", FixedDelay.ofHours(6))
                .execute((_, _) -> store.forgetBefore(clock.instant().minus(KEPT)));
    }
}
