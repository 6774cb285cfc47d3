package com.automatrix.execution.persistence;

import com.zaxxer.hikari.HikariConfig;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Makes the pools from the usual properties of one. */
@Configuration(proxyBeanMethods = false)
class ConnectionPoolsConfiguration {

    /** The inbox, the router, the intake of commands, the outboxes, the worker's loops, tails and housekeeping. */
    private static final int LOOPS = 10;

    private static final int SCHEDULER_THREADS = 2;

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariConfig poolSettings(DataSourceProperties properties) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(properties.determineUrl());
        settings.setUsername(properties.determineUsername());
        settings.setPassword(properties.determinePassword());
        return settings;
    }

    @Bean
    ConnectionPools dataSource(HikariConfig poolSettings, MeterRegistry meters) {
        return new ConnectionPools(poolSettings, LOOPS, meters);
    }

    /** What is done every few seconds, such as publishing what others left behind, is a loop as well. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        return builder.poolSize(SCHEDULER_THREADS).build();
    }
}
