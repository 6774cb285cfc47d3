package com.automatrix.execution.trigger;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets events after the time for which they are remembered. */
@Configuration(proxyBeanMethods = false)
class EventReceiptRetention {

    @Bean
    RecurringTask<Void> forgetEventReceipts(EventReceipts receipts, InstantSource clock) {
        return Tasks.recurring("forget-event-receipts", FixedDelay.ofHours(1))
                .execute((_, _) -> receipts.forgetBefore(clock.instant().minus(EventReceipts.REMEMBERED)));
    }
}
