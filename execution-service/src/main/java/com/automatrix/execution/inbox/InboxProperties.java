package com.automatrix.execution.inbox;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How this process reads the engine's inbox.
 *
 * @param instanceId names this replica, also over restarts: it then gets its partitions back at once
 * @param sessionTimeout after which a dead replica's partitions go to others
 * @param idlePoll how long the loop waits for records before it looks at the timers again
 * @param largestBatch the most records and timers in one transaction
 * @param longestBatch the work after which a batch should end: batches that take longer get smaller
 * @param cache how much context of live executions is kept in memory
 * @param restartPause how long the loop rests after a failure, such as of the database, before it begins afresh
 */
@Validated
@ConfigurationProperties("automatrix.inbox")
record InboxProperties(
        @NotBlank @DefaultValue("execution-inbox") String group,
        @NotBlank String instanceId,
        @DefaultValue("6s") Duration sessionTimeout,
        @DefaultValue("200ms") Duration idlePoll,
        @DefaultValue("1000") int largestBatch,
        @DefaultValue("200ms") Duration longestBatch,
        @DefaultValue("128MB") DataSize cache,
        @DefaultValue("1s") Duration restartPause) {}
