package com.automatrix.execution.stuck;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The check for stuck executions.
 *
 * @param every how long after one check the next one begins
 * @param after how long an execution must not have changed before everything that was written then had been applied
 */
@ConfigurationProperties("automatrix.stuck")
record StuckProperties(
        @DefaultValue("1m") Duration every,
        @DefaultValue("1m") Duration after) {}
