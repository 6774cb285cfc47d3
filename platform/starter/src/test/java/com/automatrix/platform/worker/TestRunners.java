package com.automatrix.platform.worker;

import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.outbox.PromptOutbox;
import com.automatrix.platform.trace.TraceParents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Runners as processes of their own would have them: room for eight steps, four of a bulkhead, and short leases. */
record TestRunners(PromptOutbox outbox, TransactionTemplate transaction, CloudEventRecords records) {

    StepRunner of(String process, StepInbox inbox, StepWorker worker, Duration grace) {
        var properties = new WorkerProperties(
                "test",
                8,
                4,
                Duration.ofMillis(600),
                50,
                Duration.ofMillis(50),
                Duration.ofDays(1),
                Duration.ofHours(1),
                grace,
                DataSize.ofKilobytes(10));
        var clock = InstantSource.system();
        return new StepRunner(
                inbox,
                new StepExecutor(List.of(worker), properties.maxOutput()),
                new StepResults(inbox, outbox, transaction, records, clock),
                new RunnerSurroundings(process, clock, new TraceParents(null), new SimpleMeterRegistry()),
                properties);
    }
}
