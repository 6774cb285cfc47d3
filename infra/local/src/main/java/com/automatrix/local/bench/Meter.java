package com.automatrix.local.bench;

import com.automatrix.local.RunningParts;
import java.util.EnumMap;
import java.util.Map;

/** A stopwatch that also reads what all processes of the system use meanwhile. */
final class Meter {
    private static final double THOUSAND = 1000;
    private static final double NANOS = 1e9;
    private static final double KIB = 1024;

    private final RunningParts parts;
    private final Usage usedBefore;
    private final long begin;

    private Meter(RunningParts parts) {
        this.parts = parts;
        this.usedBefore = Usage.of(parts.processes());
        this.begin = System.nanoTime();
    }

    static Meter start(RunningParts parts) {
        return new Meter(parts);
    }

    /** Since the start, when so many executions of so many steps each have ended just now. */
    Map<Metric, Double> stop(int executions, int steps) {
        var seconds = (System.nanoTime() - begin) / NANOS;
        var figures = new EnumMap<Metric, Double>(Metric.class);
        figures.put(Metric.EXECUTIONS_PER_SECOND, executions / seconds);
        figures.put(Metric.STEPS_PER_SECOND, executions * steps / seconds);
        if (Usage.isTold()) {
            var used = Usage.of(parts.processes()).minus(usedBefore);
            var thousands = executions * steps / THOUSAND;
            figures.put(Metric.CPU_SECONDS, used.cpuSeconds() / thousands);
            figures.put(Metric.WRITTEN_KIB, used.writtenBytes() / KIB / thousands);
        }
        return figures;
    }
}
