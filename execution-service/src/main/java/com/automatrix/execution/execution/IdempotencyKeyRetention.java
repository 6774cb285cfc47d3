package com.automatrix.execution.execution;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets idempotency keys after the time for which they are remembered. */
@Configuration(proxyBeanMethods = false)
class IdempotencyKeyRetention {

    @Bean
    RecurringTask<Void> forgetIdempotencyKeys(IdempotencyKeys keys, InstantSource clock) {
        return Tasks.recurring("forget-idempotency-keys", FixedDelay.ofHours(1))
                .execute((_, _) -> keys.forgetBefore(clock.instant().minus(IdempotencyKeys.REMEMBERED)));
    }
}
