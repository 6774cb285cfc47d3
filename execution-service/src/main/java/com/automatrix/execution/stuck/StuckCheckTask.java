package com.automatrix.execution.stuck;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the check for stuck executions all the time, on one replica, and counts what it found on each. */
@Configuration(proxyBeanMethods = false)
class StuckCheckTask {

    @Bean
    RecurringTask<Void> checkForStuckExecutions(StuckCheck check, StuckProperties properties) {
        return Tasks.recurring("check-for-stuck-executions", FixedDelay.of(properties.every()))
                .execute((_, _) -> check.run());
    }

    @Bean
    Gauge stuckGauge(StuckExecutions table, MeterRegistry meters) {
        return Gauge.builder("automatrix.executions.stuck", table, StuckExecutions::count)
                .description("Executions that wait for nothing, as the last check has found; the same on each replica")
                .strongReference(true)
                .register(meters);
    }
}
