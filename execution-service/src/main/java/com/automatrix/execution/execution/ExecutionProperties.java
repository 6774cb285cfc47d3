package com.automatrix.execution.execution;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the API accepts.
 *
 * @param maxInput the largest input of an execution, as JSON
 * @param versionWait how long a start waits for a version that may just have been published
 * @param longestWait the most that {@code Prefer: wait} may ask for
 * @param maxWaiting how many starts may wait for their commit before further ones are answered with 429
 */
@ConfigurationProperties("automatrix.execution")
record ExecutionProperties(
        @DefaultValue("1MB") DataSize maxInput,
        @DefaultValue("5s") Duration versionWait,
        @DefaultValue("60s") Duration longestWait,
        @DefaultValue("5000") int maxWaiting) {}
