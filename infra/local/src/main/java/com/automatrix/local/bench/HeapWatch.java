package com.automatrix.local.bench;

import com.automatrix.local.ServiceName;
import com.automatrix.local.Settings;
import com.automatrix.local.client.Hub;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers the most heap that execution-service has used while it was watched, by its own word. */
final class HeapWatch implements AutoCloseable {
    // Only what is asked for: all metrics would cost the service more than a hundred steps.
    private static final String METRIC = "/actuator/prometheus?includedNames=jvm_memory_used_bytes";
    private static final long MIB = 1L << 20;

    private final Hub management;
    private final AtomicLong peak = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    HeapWatch(Settings settings) {
        this.management = Hub.anonymous("http://localhost:" + settings.ports().managementOf(ServiceName.EXECUTION));
        var _ = timer.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    long peakMib() {
        return peak.get() / MIB;
    }

    private void look() {
        var metrics = management.get(METRIC);
        peak.accumulateAndGet(heapBytes(metrics.body().asString("")), Math::max);
    }

    /** The sum of the heap's pools in Prometheus' text format. */
    static long heapBytes(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
