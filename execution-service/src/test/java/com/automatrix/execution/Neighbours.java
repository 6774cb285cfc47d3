package com.automatrix.execution;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.event.RegisteredEventType;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.WorkflowPublished;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/** What the services around this one, and the dealership's other systems, would put on Kafka. */
public final class Neighbours {

    private final KafkaOperations<String, byte[]> kafka;
    private final CloudEventRecords events;
    private final Ids ids;
    private final InstantSource clock;

    Neighbours(KafkaOperations<String, byte[]> kafka, CloudEventRecords events, Ids ids, InstantSource clock) {
        this.kafka = kafka;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Publishes a new workflow, as workflow-service does. */
    public WorkflowId publish(String name, String definition) {
        WorkflowId id = new WorkflowId(ids.next());
        publish(id, 1, name, definition);
        return id;
    }

    public void publish(WorkflowId id, int version, String name, String definition) {
        publish(id, version, name, definition, null);
    }

    /** Says that nothing may start the workflow for now. */
    public void pause(WorkflowId id, int version, String name, String definition) {
        publish(id, version, name, definition, true);
    }

    private void publish(WorkflowId id, int version, String name, String definition, @Nullable Boolean paused) {
        WorkflowPublished published = new WorkflowPublished(
                id,
                version,
                name,
                null,
                "SALES",
                ContractJson.definitions().readValue(definition, WorkflowDefinition.class),
                clock.instant(),
                ids.next().toString(),
                paused);
        send(events.record(
                Topics.WORKFLOW_PUBLISHED, id.toString(), MessageTypes.WORKFLOW_PUBLISHED, published, "test"));
    }

    public void unpublish(WorkflowId id) {
        send(events.tombstone(Topics.WORKFLOW_PUBLISHED, id.toString()));
    }

    /** Registers a step type whose worker is another system, as workflow-service does. */
    public void register(String type, String worker) {
        StepType descriptor = new StepType(
                type,
                "external",
                "Test",
                "Of another system.",
                "plug",
                worker,
                Map.of("type", "object"),
                Map.of(),
                List.of("out", "error", "declined"),
                null,
                Map.of(),
                true);
        send(events.record(Topics.STEP_TYPES, type, MessageTypes.STEP_TYPE_REGISTERED, descriptor, "test"));
    }

    /** Registers a dealer's own event type with one required field, as workflow-service does. */
    public void registerEvent(String type, String topic) {
        RegisteredEventType own = new RegisteredEventType(
                type,
                "Test",
                topic,
                "Of the dealer.",
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of("stockNumber", Map.of("type", "string")),
                        "required",
                        List.of("stockNumber")),
                Map.of("stockNumber", "U1"));
        send(events.record(Topics.EVENT_TYPES, type, MessageTypes.EVENT_TYPE_REGISTERED, own, "test"));
    }

    public void forget(String type) {
        send(events.tombstone(Topics.STEP_TYPES, type));
    }

    /** A message to the engine. */
    public void tell(String topic, String key, String type, Object data) {
        send(events.record(topic, key, type, data, "test"));
    }

    /** An event of another system, in structured mode: the whole CloudEvent is the value. */
    public void happened(String topic, String event) {
        ProducerRecord<String, byte[]> message = raw(topic, event);
        message.headers().add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));
        send(message);
    }

    public ProducerRecord<String, byte[]> raw(String topic, String value) {
        return new ProducerRecord<>(topic, "test", value.getBytes(StandardCharsets.UTF_8));
    }

    public void send(ProducerRecord<String, byte[]> message) {
        kafka.send(message).join();
    }

    public String newId() {
        return ids.next().toString();
    }
}
