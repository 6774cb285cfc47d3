package com.automatrix.platform.worker;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.outbox.PromptOutbox;
import com.automatrix.platform.trace.TraceParents;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores results and what the engine is told of them in one transaction, and tells it right after that. */
final class StepResults {

    private static final Logger LOG = LoggerFactory.getLogger(StepResults.class);

    private final StepInbox inbox;
    private final PromptOutbox outbox;
    private final TransactionTemplate transaction;
    private final CloudEventRecords records;
    private final InstantSource clock;

    StepResults(
            StepInbox inbox,
            PromptOutbox outbox,
            TransactionTemplate transaction,
            CloudEventRecords records,
            InstantSource clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.transaction = transaction;
        this.records = records;
        this.clock = clock;
    }

    /** Stores what this process still holds; the rest was taken over, and whoever did so answers for it. */
    void store(List<FinishedStep> steps) {
        var answers = transaction.execute(_ -> {
            var stored = inbox.finish(steps, clock.instant());
            var messages = new ArrayList<ProducerRecord<String, byte[]>>();
            for (var step : steps) {
                if (!stored.contains(step.key())) {
                    LOG.warn("step result dropped attempt={} because=\"its lease was lost\"", step.key());
                } else if (step.completed() != null) {
                    messages.add(answer(step, step.completed()));
                }
            }
            return outbox.append(messages);
        });
        outbox.send(Objects.requireNonNull(answers));
    }

    /** For when there is nothing to store. */
    void tidy() {
        outbox.removeArrived();
    }

    private ProducerRecord<String, byte[]> answer(FinishedStep step, StepCompleted completed) {
        var message = records.record(
                Topics.STEP_COMPLETED,
                completed.executionId().toString(),
                MessageTypes.STEP_COMPLETED,
                completed,
                step.step().request().correlationId());
        if (step.traceparent() != null) {
            message.headers().add(TraceParents.HEADER, step.traceparent().getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }
}
