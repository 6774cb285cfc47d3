package com.automatrix.execution.persistence;

import com.zaxxer.hikari.HikariConfig;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the pools from the usual properties of one. */
@Configuration(proxyBeanMethods = false)
class ConnectionPoolsConfiguration {

    /** The inbox, the router, the intake of commands, the outboxes, the worker's two loops and housekeeping. */
    private static final int LOOPS = 10;

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
}
