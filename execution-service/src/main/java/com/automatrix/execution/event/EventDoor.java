package com.automatrix.execution.event;

import com.automatrix.execution.event.EventJudge.Judged;
import com.automatrix.execution.eventtype.KnownEventType;
import com.automatrix.execution.messaging.CommandOutbox;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.trace.Correlation;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes events over HTTP: each is judged by itself, and those that are accepted are durable together. */
@Component
class EventDoor {

    private static final String JSON = "application/json";
    private static final String PARTITION_KEY = "partitionkey";

    private final EventJudge judge;
    private final CommandOutbox outbox;
    private final CloudEventRecords records;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final MeterRegistry meters;

    EventDoor(
            EventJudge judge,
            CommandOutbox outbox,
            CloudEventRecords records,
            TransactionTemplate transaction,
            InstantSource clock,
            MeterRegistry meters) {
        this.judge = judge;
        this.outbox = outbox;
        this.records = records;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    /** Returns when the accepted ones will be published whatever happens. */
    List<EventResult> take(List<ReceivedEvent> received) {
        List<EventResult> results = new ArrayList<>();
        List<OutgoingRecord> accepted = new ArrayList<>();
        for (int index = 0; index < received.size(); index++) {
            Judged judged = judge.judge(received.get(index));
            CloudEvent event = judged.received().event();
            KnownEventType type = judged.type();
            boolean isAccepted =
                    event != null && type != null && judged.violations().isEmpty();
            if (event != null && type != null && isAccepted) {
                accepted.add(message(event, type));
            }
            results.add(new EventResult(
                    index,
                    event == null ? null : event.getId(),
                    event == null ? null : event.getSource().toString(),
                    isAccepted ? EventResult.Status.ACCEPTED : EventResult.Status.REFUSED,
                    judged.violations()));
        }
        store(accepted);
        count("accepted", accepted.size());
        count("refused", results.size() - accepted.size());
        return results;
    }

    private void store(List<OutgoingRecord> accepted) {
        if (accepted.isEmpty()) {
            return;
        }
        OutboxBatch batch = transaction.execute(status -> outbox.append(accepted));
        if (batch != null) {
            outbox.send(batch);
        }
    }

    private OutgoingRecord message(CloudEvent event, KnownEventType type) {
        CloudEventBuilder complete = CloudEventBuilder.v1(event).withDataContentType(JSON);
        if (event.getTime() == null) {
            complete.withTime(clock.instant().atOffset(ZoneOffset.UTC));
        }
        if (event.getDataSchema() == null && type.dataSchema() != null) {
            complete.withDataSchema(URI.create(type.dataSchema()));
        }
        Object correlation = event.getExtension(Correlation.ATTRIBUTE);
        if (correlation == null || !Correlation.isValid(correlation.toString())) {
            complete.withExtension(Correlation.ATTRIBUTE, Correlation.current());
        }
        return OutgoingRecord.of(records.record(type.topic(), key(event), complete.build()));
    }

    /** Events with one key stay in order; those that name nothing need none. */
    private static String key(CloudEvent event) {
        Object key = event.getExtension(PARTITION_KEY);
        if (key != null) {
            return key.toString();
        }
        return event.getSubject() == null ? event.getId() : event.getSubject();
    }

    private void count(String outcome, int events) {
        meters.counter("automatrix.events.over.http", "outcome", outcome).increment(events);
    }
}
