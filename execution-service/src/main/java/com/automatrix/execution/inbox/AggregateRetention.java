package com.automatrix.execution.inbox;

import com.automatrix.execution.persistence.AggregateStates;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes gates and correlations that nobody needs any more: there is one for each value that was ever seen. */
@Configuration(proxyBeanMethods = false)
class AggregateRetention {

    @Bean
    RecurringTask<Void> forgetAggregates(AggregateStates states, InstantSource clock) {
        return Tasks.recurring("forget-aggregates", FixedDelay.ofMinutes(10))
                .execute((_, _) -> states.forgetBefore(clock.instant()));
    }
}
