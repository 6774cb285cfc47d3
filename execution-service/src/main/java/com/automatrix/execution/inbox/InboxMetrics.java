package com.automatrix.execution.inbox;

import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.ExecutionEvent.Cancelled;
import com.automatrix.contracts.message.ExecutionEvent.Completed;
import com.automatrix.contracts.message.ExecutionEvent.Failed;
import com.automatrix.contracts.message.ExecutionEvent.Started;
import com.automatrix.contracts.message.ExecutionEvent.StepFailed;
import com.automatrix.contracts.message.ExecutionEvent.StepSucceeded;
import com.automatrix.execution.inbox.Batch.Touched;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what the inbox has committed. */
@Component
class InboxMetrics {

    private final MeterRegistry meters;
    private final DistributionSummary batchSize;
    private final Timer batchDuration;
    private final Counter ignored;
    private final Map<Integer, Integer> liveByPartition = new ConcurrentHashMap<>();

    InboxMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.batchSize = DistributionSummary.builder("automatrix.inbox.batch.size")
                .description("Records and timers in one transaction")
                .register(meters);
        this.batchDuration = Timer.builder("automatrix.inbox.batch")
                .description("From the decision to the commit of a batch")
                .register(meters);
        this.ignored = Counter.builder("automatrix.engine.ignored")
                .description("Inputs that changed nothing: duplicates, late or unknown")
                .register(meters);
        Gauge.builder(
                        "automatrix.executions.running",
                        liveByPartition,
                        live -> live.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .description("Unfinished executions of the partitions that this process owns")
                .register(meters);
    }

    void owns(Collection<Integer> partitions, Map<Integer, Integer> live) {
        partitions.forEach(partition -> liveByPartition.put(partition, live.getOrDefault(partition, 0)));
    }

    void disowns(Collection<Integer> partitions) {
        partitions.forEach(liveByPartition::remove);
    }

    void committed(Batch batch, int size, Duration duration) {
        batchSize.record(size);
        batchDuration.record(duration);
        ignored.increment(batch.ignored);
        for (Touched touched : batch.touched.values()) {
            touched.events.forEach(this::count);
            int change = (touched.state.hasEnded() ? 0 : 1) - (touched.wasLive ? 1 : 0);
            liveByPartition.merge(touched.partition, change, Integer::sum);
        }
    }

    private void count(ExecutionEvent event) {
        switch (event) {
            case Started started ->
                meters.counter(
                                "automatrix.executions.started",
                                "trigger",
                                started.trigger().kind().name())
                        .increment();
            case Completed completed -> ended("COMPLETED");
            case Failed failed -> ended("FAILED");
            case Cancelled cancelled -> ended("CANCELLED");
            case StepSucceeded step -> step(step.stepType(), "COMPLETED");
            case StepFailed step -> step(step.stepType(), "FAILED");
            default -> {}
        }
    }

    private void ended(String status) {
        meters.counter("automatrix.executions.ended", "status", status).increment();
    }

    private void step(String type, String status) {
        meters.counter("automatrix.steps", "type", type, "status", status).increment();
    }
}
