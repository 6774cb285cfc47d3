package com.automatrix.execution.history;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the months ahead be made, those that are there be counted and the old ones go, while the service runs on. */
@Configuration(proxyBeanMethods = false)
class HistoryPartitionsTask {

    @Bean
    RecurringTask<Void> makeHistoryPartitions(HistoryPartitions partitions) {
        return Tasks.recurring("make-history-partitions", FixedDelay.ofHours(24))
                .execute((_, _) -> partitions.makeAhead());
    }

    @Bean
    RecurringTask<Void> analyzeHistory(HistoryPartitions partitions) {
        return Tasks.recurring("analyze-history", FixedDelay.ofHours(24)).execute((_, _) -> partitions.analyze());
    }

    @Bean
    RecurringTask<Void> dropOldHistory(HistoryPartitions partitions, HistoryRetention retention) {
        return Tasks.recurring("drop-old-history", FixedDelay.ofHours(24))
                .execute((_, _) -> partitions.dropBefore(retention.begin()));
    }
}
