package com.automatrix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.local.LocalSystem;
import com.automatrix.local.Settings;
import com.automatrix.local.client.Hub;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system that ./automatrix test has started, as its users meet it. */
final class RunningSystem {
    static final String LEAD_TYPE = "com.automatrix.lead.received.v1";
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");

    final Settings settings = Settings.of(System.getenv());
    final LocalSystem processes = new LocalSystem(settings, System.out);
    private Hub hub = Hub.signedIn(settings);

    Hub hub() {
        return hub;
    }

    void signInAgain() {
        hub = Hub.signedIn(settings);
    }

    JsonNode get(String path) {
        return hub.expect(hub.get(path), "GET " + path);
    }

    JsonNode post(String path, Object body) {
        return hub.expect(hub.post(path, body), "POST " + path);
    }

    /** Creates a draft, publishes it and gives its id. */
    String publish(String name, Map<String, Object> definition) {
        var draft = Map.of("name", name + " " + UUID.randomUUID(), "category", "SYSTEM", "definition", definition);
        var id = post("/api/workflows", draft).path("id").asString();
        post("/api/workflows/" + id + "/publish", Map.of());
        return id;
    }

    void awaitTrigger(String workflowId) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/api/triggers").path("items").valueStream())
                                .anyMatch(trigger ->
                                        trigger.path("workflowId").asString().equals(workflowId)
                                                && trigger.path("active").asBoolean()));
    }

    /** The executions of a workflow that have ended. */
    List<JsonNode> ended(String workflowId) {
        return executions(workflowId).stream()
                .filter(execution -> ENDED.contains(execution.path("status").asString()))
                .toList();
    }

    List<JsonNode> executions(String workflowId) {
        return get("/api/executions?limit=200&workflowId=" + workflowId)
                .path("items")
                .valueStream()
                .toList();
    }

    List<JsonNode> logs(String executionId) {
        return get("/api/executions/" + executionId + "/logs?limit=200")
                .path("items")
                .valueStream()
                .toList();
    }

    JsonNode awaitExecutionOf(String workflowId, String eventId) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ended(workflowId))
                        .anyMatch(execution -> execution
                                .path("trigger")
                                .path("eventId")
                                .asString("")
                                .equals(eventId)));
        return ended(workflowId).stream()
                .filter(execution ->
                        execution.path("trigger").path("eventId").asString("").equals(eventId))
                .findFirst()
                .orElseThrow();
    }

    /** Publishes an event as another system would; gives its id. */
    String publishEvent(String topic, String type, byte[] data) {
        var id = UUID.randomUUID().toString();
        publishAgain(topic, type, data, id);
        return id;
    }

    void publishAgain(String topic, String type, byte[] data, String id) {
        var event = new ProducerRecord<>(topic, id, data);
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", "/dealers/d-100/journey");
        headers.put("content-type", "application/json");
        headers.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var properties = Map.<String, Object>of("bootstrap.servers", kafka(), "max.request.size", 8 << 20);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(event).get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    String kafka() {
        return "localhost:" + settings.ports().kafka();
    }

    static byte[] lead(String comments) {
        var lead = Map.of(
                "leadId",
                "L-" + UUID.randomUUID(),
                "dealerId",
                "d-100",
                "receivedAt",
                "2026-05-01T14:00:00Z",
                "channel",
                "FORM",
                "leadType",
                "SALES",
                "person",
                Map.of("firstName", "Jane", "lastName", "Miller"),
                "comments",
                comments);
        return JsonMapper.shared().writeValueAsBytes(lead);
    }

    static Map<String, Object> definition(List<Object> triggers, List<Object> nodes, List<Object> edges) {
        return Map.of("specVersion", "1", "triggers", triggers, "nodes", nodes, "edges", edges);
    }

    static Map<String, Object> transform(String id, Map<String, Object> value) {
        return Map.of("id", id, "type", "data.transform", "config", Map.of("value", value));
    }

    static Map<String, Object> edge(String source, String handle, String target) {
        return Map.of("source", source, "sourceHandle", handle, "target", target);
    }
}
