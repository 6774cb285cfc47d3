package com.automatrix.platform.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How a process works on steps.
 *
 * @param pool whose requests it takes: the topic {@code step-requested.<pool>}
 * @param concurrency how many steps it runs at once
 * @param perBulkhead how many of these may share a bulkhead, such as the host that they call
 * @param lease how long a step stays with a process that no longer says anything
 * @param maxLeases how many processes may take a step before it counts as what kills them
 * @param tick how often leases, deadlines and waiting rows are looked at
 * @param keep how long finished rows are kept, so that a late redelivery costs nothing
 * @param cancelLookback how far back cancellations are read at the start
 * @param shutdownGrace how long running steps may go on when the process stops
 * @param maxOutput the largest output of a step
 */
@ConfigurationProperties("automatrix.worker")
public record WorkerProperties(
        String pool,
        @DefaultValue("64") int concurrency,
        @DefaultValue("64") int perBulkhead,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("5") int maxLeases,
        @DefaultValue("500ms") Duration tick,
        @DefaultValue("2d") Duration keep,
        @DefaultValue("1h") Duration cancelLookback,
        @DefaultValue("10s") Duration shutdownGrace,
        @DefaultValue("3MB") DataSize maxOutput) {}
