package com.automatrix.execution.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets signatures whose timestamps no trigger accepts any more. */
@Configuration(proxyBeanMethods = false)
class SignatureRetention {

    /** A timestamp may also lie as far in the future as in the past. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    @Bean
    RecurringTask<Void> forgetWebhookSignatures(SeenSignatures signatures, InstantSource clock) {
        return Tasks.recurring("forget-webhook-signatures", FixedDelay.ofHours(1))
                .execute((_, _) -> signatures.forgetBefore(clock.instant().minus(REMEMBERED)));
    }
}
