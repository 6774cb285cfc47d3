package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.messaging.UnreadableRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Takes requests from the topic into the table, a poll at a time. The topic is done with them once the table has them,
 * so a slow step never holds up the ones behind it.
 */
final class StepIntake implements BatchMessageListener<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(StepIntake.class);

    private final CloudEventRecords records;
    private final DeadLetters deadLetters;
    private final StepExecutor executor;
    private final StepRunner runner;

    StepIntake(CloudEventRecords records, DeadLetters deadLetters, StepExecutor executor, StepRunner runner) {
        this.records = records;
        this.deadLetters = deadLetters;
        this.executor = executor;
        this.runner = runner;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> messages) {
        var steps = new ArrayList<IncomingStep>(messages.size());
        for (var message : messages) {
            try {
                steps.add(read(message));
            } catch (UnreadableRecord unreadable) {
                deadLetters.send(message, unreadable.reason());
            }
        }
        int added = runner.take(steps);
        if (added < steps.size()) {
            LOG.debug("steps known already count={}", steps.size() - added);
        }
    }

    private IncomingStep read(ConsumerRecord<String, byte[]> message) {
        var request = records.data(message, StepRequested.class);
        // A JSON record binds with missing parts as null; without these nothing can be done or answered.
        requirePart(request.executionId(), "executionId");
        requirePart(request.stepRunId(), "stepRunId");
        requirePart(request.type(), "type");
        requirePart(request.deadline(), "deadline");
        requirePart(request.correlationId(), "correlationId");
        return new IncomingStep(
                request,
                executor.bulkhead(request),
                records.traceparent(message),
                Instant.ofEpochMilli(message.timestamp()));
    }

    @SuppressWarnings("NullAway")
    private static void requirePart(Object part, String name) {
        if (part == null) {
            throw new UnreadableRecord("Expected a step request with %s, but it has none.".formatted(name));
        }
    }
}
