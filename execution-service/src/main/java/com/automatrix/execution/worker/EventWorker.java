package com.automatrix.execution.worker;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.execution.eventtype.KnownEventType;
import com.automatrix.execution.eventtype.KnownEventTypes;
import com.automatrix.execution.messaging.AddedTopics;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.messaging.RecordPublisher;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.trace.Correlation;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs {@code event.publish}. The event has the step run's key as its id, so that whoever reads it takes an attempt that
 * is made again for the repeat that it is.
 */
@Component
final class EventWorker implements StepWorker {

    private static final long PATIENCE_SECONDS = 10;
    private static final String JSON = "application/json";

    private final ConfigReader configs;
    private final KnownEventTypes types;
    private final AddedTopics topics;
    private final CloudEventRecords records;
    private final RecordPublisher publisher;
    private final InstantSource clock;

    EventWorker(
            ConfigReader configs,
            KnownEventTypes types,
            AddedTopics topics,
            CloudEventRecords records,
            RecordPublisher publisher,
            InstantSource clock) {
        this.configs = configs;
        this.types = types;
        this.topics = topics;
        this.records = records;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "event.publish";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, EventConfig.class, config -> run(request, config));
    }

    private StepResult run(StepRequested request, EventConfig config) {
        KnownEventType type = types.find(config.eventType()).orElse(null);
        String topic = config.topic() == null && type != null ? type.topic() : config.topic();
        if (topic == null || types.isMistaken(config.eventType())) {
            return StepResult.failure(StepError.permanent(
                    "event.unknown-type",
                    "Expected an event type of the catalogue or a registered one, but \"%s\" is neither."
                            .formatted(config.eventType())));
        }
        List<SchemaViolation> violations = type == null ? List.of() : types.violations(type, config.data());
        if (!violations.isEmpty()) {
            return StepResult.failure(StepError.permanent(
                    "event.invalid",
                    "Expected data that fits %s, but at \"%s\": %s"
                            .formatted(
                                    config.eventType(),
                                    violations.getFirst().pointer(),
                                    violations.getFirst().expectation())));
        }
        return publish(topic, event(request, config, type));
    }

    private StepResult publish(String topic, CloudEvent event) {
        Object key = event.getExtension("partitionkey");
        try {
            topics.ensure(topic, Topics.DEALERSHIP_PLATFORM);
            publisher
                    .send(List.of(OutgoingRecord.of(
                            records.record(topic, key == null ? event.getId() : key.toString(), event))))
                    .done()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return StepResult.success(Map.of("eventId", event.getId()));
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            return StepResult.failure(StepError.passing(
                    "event.not-published",
                    "Expected the broker to take the event for %s, but it did not.".formatted(topic)));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new InterruptException(cancelled);
        }
    }

    private CloudEvent event(StepRequested request, EventConfig config, @Nullable KnownEventType type) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(request.idempotencyKey())
                .withSource(URI.create("/automatrix/workflows/" + request.workflowId()))
                .withType(config.eventType())
                .withTime(clock.instant().atOffset(ZoneOffset.UTC))
                .withExtension(Correlation.ATTRIBUTE, request.correlationId())
                .withExtension("causationid", request.executionId().toString())
                .withData(JSON, ContractJson.events().writeValueAsBytes(config.data()));
        if (config.subject() != null) {
            event.withSubject(config.subject());
        }
        if (type != null && type.dataSchema() != null) {
            event.withDataSchema(URI.create(type.dataSchema()));
        }
        if (config.partitionKey() != null || config.subject() != null) {
            event.withExtension(
                    "partitionkey",
                    config.partitionKey() != null ? config.partitionKey() : Objects.requireNonNull(config.subject()));
        }
        return event.build();
    }
}
