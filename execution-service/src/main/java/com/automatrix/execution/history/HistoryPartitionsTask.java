package com.automatrix.execution.history;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the months ahead be made while the service runs on. */
@Configuration(proxyBeanMethods = false)
class HistoryPartitionsTask {

    @Bean
    RecurringTask<Void> makeHistoryPartitions(HistoryPartitions partitions) {
        return Tasks.recurring("make-history-partitions", FixedDelay.ofHours(24))
                .execute((_, _) -> partitions.makeAhead());
    }
}
