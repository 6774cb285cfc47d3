package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.Http.Answer;
import com.automatrix.testkit.TopicProbe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** How events come in over HTTP and over Kafka, and how a step sends one. */
@RunningService
class EventDoorIT {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String STOCK = "com.automatrix.part.stock.changed.v1";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    private Http operator;
    private String part;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
        part = neighbours.newId();
    }

    @Test
    void an_event_over_http_starts_what_one_on_kafka_starts() {
        WorkflowId workflow = publish(STOCK, "");
        String eventId = neighbours.newId();

        Answer answer = structured(stock(eventId, "{\"partNumber\": \"%s\", \"onHand\": 2}".formatted(part)));
        Answer again = structured(stock(eventId, "{\"partNumber\": \"%s\", \"onHand\": 2}".formatted(part)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/results/0/id").asString()).isEqualTo(eventId);
        assertThat(again.status()).isEqualTo(202);
        JsonNode execution = awaitExecutions(workflow, 1).getFirst();
        assertThat(execution.at("/trigger/eventId").asString()).isEqualTo(eventId);
        assertThat(execution.path("correlationId").asString()).isEqualTo("corr-" + eventId);
    }

    @Test
    void an_event_is_published_whole_on_the_topic_of_its_type() {
        try (TopicProbe parts = TopicProbe.of(Topics.DEALERSHIP_PARTS)) {
            Answer answer = operator.send(
                    "/api/events",
                    "{\"partNumber\": \"%s\", \"onHand\": 2}".formatted(part),
                    "Content-Type",
                    "application/json",
                    "ce-specversion",
                    "1.0",
                    "ce-id",
                    part,
                    "ce-source",
                    "/dealers/d-1/dms",
                    "ce-type",
                    STOCK,
                    "ce-partitionkey",
                    "d-1:" + part,
                    "X-Correlation-Id",
                    "corr-of-" + part);

            assertThat(answer.status()).isEqualTo(202);
            ConsumerRecord<String, byte[]> message = parts.await(record -> part.equals(header(record, "ce_id")));
            assertThat(message.key()).isEqualTo("d-1:" + part);
            assertThat(header(message, "ce_correlationid")).isEqualTo("corr-of-" + part);
            assertThat(header(message, "ce_dataschema")).isEqualTo("urn:automatrix:schema:part.stock.changed:1");
            assertThat(header(message, "ce_time")).isNotEmpty();
            assertThat(new String(message.value(), StandardCharsets.UTF_8)).contains(part);
        }
    }

    @Test
    void each_event_of_a_batch_is_judged_and_the_good_ones_are_taken() {
        WorkflowId workflow = publish(STOCK, "");
        String good = stock(neighbours.newId(), "{\"partNumber\": \"%s\", \"onHand\": 2}".formatted(part));
        String bad = stock(neighbours.newId(), "{\"partNumber\": \"%s\"}".formatted(part));
        String unknown = good.replace(STOCK, "com.example.rocket.v1");

        Answer some = operator.send("/api/events", "[%s, %s, %s]".formatted(bad, good, unknown), "Content-Type", BATCH);
        Answer none = operator.send("/api/events", "[%s]".formatted(bad), "Content-Type", BATCH);

        assertThat(some.status()).isEqualTo(207);
        assertThat(some.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(some.json().path("refused").asInt()).isEqualTo(2);
        assertThat(some.text("/results/0/violations/0/pointer")).isEqualTo("/0/data/onHand");
        assertThat(some.text("/results/0/violations/0/code")).isEqualTo("event-data.missing-field");
        assertThat(some.text("/results/1/status")).isEqualTo("ACCEPTED");
        assertThat(some.text("/results/2/violations/0/pointer")).isEqualTo("/2/type");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.violations()).containsExactly("/0/data/onHand event-data.missing-field");
        awaitExecutions(workflow, 1);
    }

    @Test
    void what_cannot_be_taken_is_refused_with_its_reason() {
        assertThat(structured("{}").violations())
                .containsExactly(
                        "/specversion event.missing-attribute",
                        "/id event.missing-attribute",
                        "/source event.missing-attribute",
                        "/type event.missing-attribute");
        Answer large = structured(stock(
                part,
                "{\"partNumber\": \"p\", \"onHand\": 1, \"description\": \"%s\"}".formatted("x".repeat(1 << 20))));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text("/code")).isEqualTo("event.too-large");
        assertThat(operator.post("/api/events", "{}").text("/code")).isEqualTo("event.none");
        assertThat(Http.as("VIEWER", port)
                        .send("/api/events", stock(part, "{}"), "Content-Type", STRUCTURED)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_registered_type_is_checked_and_goes_to_its_own_topic() {
        String type = "com.lakeside.wash." + part + ".v1";
        neighbours.registerEvent(type, "dealership.carwash");
        WorkflowId workflow = publish(type, "");

        Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> structured(own(type, "{}")).text("/code").equals("event.invalid")
                        && structured(own(type, "{}"))
                                .violations()
                                .equals(List.of("/data/stockNumber event-data.missing-field")));

        assertThat(structured(own(type, "{\"stockNumber\": \"%s\"}".formatted(part)))
                        .status())
                .isEqualTo(202);
        awaitExecutions(workflow, 1);
    }

    @Test
    void events_of_a_dealers_own_type_pass_in_both_modes_with_and_without_a_key() {
        String type = "com.lakeside.unregistered." + part;
        WorkflowId workflow = publish(type, "");
        ProducerRecord<String, byte[]> binary =
                new ProducerRecord<>(Topics.DEALERSHIP_SALES, "{\"n\": 1}".getBytes(StandardCharsets.UTF_8));
        binary.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(neighbours.newId()))
                .add("ce_source", bytes("/test"))
                .add("ce_type", bytes(type))
                .add("ce_correlationid", bytes("corr-binary"));

        neighbours.send(binary);
        neighbours.happened(Topics.DEALERSHIP_SALES, own(type, "{\"n\": 2}"));

        assertThat(awaitExecutions(workflow, 2))
                .extracting(execution -> execution.path("correlationId").asString())
                .contains("corr-binary");
    }

    @Test
    void a_start_whose_event_does_not_fit_the_workflows_input_is_seen_as_failed() {
        WorkflowId workflow = publish(STOCK, "\"input\": {\"type\": \"object\", \"required\": [\"supplier\"]},");

        structured(stock(neighbours.newId(), "{\"partNumber\": \"%s\", \"onHand\": 2}".formatted(part)));

        JsonNode execution = operator.awaitEnd(ExecutionId.parse(
                awaitExecutions(workflow, 1).getFirst().path("id").asString()));
        assertThat(execution.path("status").asString()).isEqualTo("FAILED");
        assertThat(execution.at("/error/code").asString()).isEqualTo("execution.invalid-input");
        assertThat(execution.at("/error/message").asString()).contains("/supplier");
        assertThat(execution.at("/input/partNumber").asString()).isEqualTo(part);
    }

    @Test
    void a_step_publishes_an_event_that_starts_another_workflow() {
        WorkflowId reader = publish(STOCK, "");
        WorkflowId writer = neighbours.publish("Writes", """
                {"specVersion": "1", "edges": [], "nodes": [{"id": "tell", "type": "event.publish",
                  "config": {"eventType": "%s", "subject": "part/{{ input.part }}",
                             "data": {"partNumber": "{{ input.part }}", "onHand": "{{ input.onHand }}"}}}]}""".formatted(STOCK));
        try (TopicProbe parts = TopicProbe.of(Topics.DEALERSHIP_PARTS)) {
            ExecutionId id = operator.execute(writer, "{\"part\": \"%s\", \"onHand\": 3}".formatted(part));
            JsonNode ended = operator.awaitEnd(id);

            assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
            String eventId = ended.at("/output/tell/eventId").asString();
            ConsumerRecord<String, byte[]> message = parts.await(record -> eventId.equals(header(record, "ce_id")));
            assertThat(message.key()).isEqualTo("part/" + part);
            assertThat(header(message, "ce_source")).isEqualTo("/automatrix/workflows/" + writer);
            assertThat(header(message, "ce_causationid")).isEqualTo(id.toString());
            JsonNode started = awaitExecutions(reader, 1).getFirst();
            assertThat(started.at("/trigger/eventId").asString()).isEqualTo(eventId);
            assertThat(started.path("correlationId").asString())
                    .isEqualTo(ended.path("correlationId").asString());
        }
    }

    @Test
    void a_step_whose_event_fits_no_type_fails_for_good() {
        assertThat(publishStep("com.automatrix.part.stock.chagned.v1", "{}")
                        .at("/error/code")
                        .asString())
                .isEqualTo("event.unknown-type");
        JsonNode misfit = publishStep(STOCK, "{\"partNumber\": \"p\"}");
        assertThat(misfit.at("/error/code").asString()).isEqualTo("event.invalid");
        assertThat(misfit.at("/error/message").asString()).contains("/onHand");
    }

    private JsonNode publishStep(String type, String data) {
        WorkflowId workflow = neighbours.publish("Writes", """
                {"specVersion": "1", "edges": [], "nodes": [{"id": "tell", "type": "event.publish",
                  "config": {"eventType": "%s", "data": %s}}]}""".formatted(type, data));
        return operator.awaitEnd(operator.execute(workflow, "{}"));
    }

    /** A workflow that is started by events of the type, once the router knows it. */
    private WorkflowId publish(String type, String input) {
        String filter = type.equals(STOCK) ? ", \"filter\": \"{{ input.partNumber = '%s' }}\"".formatted(part) : "";
        WorkflowId workflow = neighbours.publish("Parts", """
                {"specVersion": "1", %s "edges": [],
                 "triggers": [{"id": "event", "type": "event", "eventType": "%s"%s}],
                 "nodes": [{"id": "note", "type": "data.transform", "config": {"value": 1}}]}""".formatted(input, type, filter));
        Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> operator.get("/api/triggers").response().body().contains(workflow.toString()));
        return workflow;
    }

    private List<JsonNode> awaitExecutions(WorkflowId workflow, int count) {
        Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> executions(workflow).size() >= count);
        assertThat(executions(workflow)).hasSize(count);
        return executions(workflow);
    }

    private List<JsonNode> executions(WorkflowId workflow) {
        return operator.get("/api/executions?workflowId=" + workflow)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private Answer structured(String event) {
        return operator.send("/api/events", event, "Content-Type", STRUCTURED);
    }

    private static String stock(String id, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/test/dms", "type": "%s", "correlationid": "corr-%s",
                 "data": %s}""".formatted(id, STOCK, id, data);
    }

    private String own(String type, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/test/wash", "type": "%s", "data": %s}""".formatted(neighbours.newId(), type, data);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
