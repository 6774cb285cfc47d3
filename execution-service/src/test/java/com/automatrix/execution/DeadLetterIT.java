package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.testkit.TopicProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class DeadLetterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    private Http operator;
    private String dealer;
    private WorkflowId workflow;

    @BeforeEach
    void publishAWorkflowForLeads() {
        operator = Http.as("OPERATOR", port);
        dealer = neighbours.newId();
        workflow = neighbours.publish("Web leads", """
                {"specVersion": "1",
                 "triggers": [{"id": "lead", "type": "event", "eventType": "com.automatrix.lead.received.v1",
                               "filter": "{{ input.dealerId = '%s' }}"}],
                 "nodes": [{"id": "note", "type": "data.transform", "config": {"value": "{{ input.leadId }}"}}],
                 "edges": []}""".formatted(dealer));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> operator.get("/api/triggers").response().body().contains(workflow.toString()));
    }

    @Test
    void a_lead_that_is_not_json_is_put_away_and_the_next_one_processed() {
        ProducerRecord<String, byte[]> broken = binary("com.automatrix.lead.received.v1", "{not json");

        assertPutAway(broken, "JSON");
    }

    @Test
    void a_record_that_is_no_event_is_put_away_and_the_next_one_processed() {
        assertPutAway(neighbours.raw(Topics.DEALERSHIP_SALES, "hello"), "CloudEvent");
    }

    @Test
    void a_whole_event_in_the_value_that_is_not_json_is_put_away_and_the_next_one_processed() {
        ProducerRecord<String, byte[]> broken = neighbours.raw(Topics.DEALERSHIP_SALES, "{not json");
        broken.headers().add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));

        assertPutAway(broken, "CloudEvent");
    }

    @Test
    void a_lead_without_a_required_field_is_put_away_and_the_next_one_processed() {
        assertPutAway(binary("com.automatrix.lead.received.v1", "{\"leadId\": \"L-1\"}"), "/dealerId");
    }

    @Test
    void the_reason_names_what_was_expected_without_the_customers_data() {
        String data = "{\"leadId\": \"L-1\", \"dealerId\": \"d\", \"receivedAt\": \"Marie Curie\"}";

        String reason = assertPutAway(
                binary("com.automatrix.lead.received.v1", data),
                "/receivedAt is wrong-format: Expected receivedAt to be");

        assertThat(reason).doesNotContain("Marie");
    }

    @Test
    void an_event_whose_type_only_looks_like_the_catalogue_is_put_away_and_the_next_one_processed() {
        assertPutAway(binary("com.automatrix.lead.recieved.v1", "{}"), "com.automatrix.lead.recieved.v1");
    }

    @Test
    void a_lead_without_a_key_that_does_not_fit_its_schema_is_put_away_and_the_next_one_processed() {
        ProducerRecord<String, byte[]> keyed = binary("com.automatrix.lead.received.v1", "{\"leadId\": 7}");
        ProducerRecord<String, byte[]> without =
                new ProducerRecord<>(keyed.topic(), null, null, null, keyed.value(), keyed.headers());

        assertPutAway(without, "/leadId is wrong-type");
    }

    @Test
    void a_lead_over_one_mebibyte_is_put_away_and_the_next_one_processed() {
        String comments = "x".repeat(1024 * 1024 + 1);

        assertPutAway(binary("com.automatrix.lead.received.v1", "{\"comments\": \"" + comments + "\"}"), "1048576");
    }

    @Test
    void a_command_and_a_result_that_cannot_be_read_do_not_stop_their_partitions() {
        ExecutionId id = ExecutionId.parse(neighbours.newId());
        try (TopicProbe commands = TopicProbe.of(Topics.deadLetter(Topics.EXECUTION_COMMANDS));
                TopicProbe results = TopicProbe.of(Topics.deadLetter(Topics.STEP_COMPLETED))) {
            for (int partition = 0; partition < 12; partition++) {
                neighbours.send(new ProducerRecord<>(
                        Topics.EXECUTION_COMMANDS, partition, "k-" + id, "nonsense".getBytes(StandardCharsets.UTF_8)));
                neighbours.send(new ProducerRecord<>(
                        Topics.STEP_COMPLETED, partition, "k-" + id, "nonsense".getBytes(StandardCharsets.UTF_8)));
            }
            neighbours.tell(
                    Topics.EXECUTION_COMMANDS,
                    "k-" + id,
                    MessageTypes.EXECUTION_COMMAND,
                    java.util.Map.of(
                            "kind",
                            "MOVE",
                            "commandId",
                            neighbours.newId(),
                            "executionId",
                            id.toString(),
                            "version",
                            2));

            assertThat(commands.await(13, message -> ("k-" + id).equals(message.key())).stream()
                            .map(message -> header(message, "dead-letter-reason"))
                            .filter(reason -> reason.contains("MoveExecution")))
                    .hasSize(1);
            results.await(12, message -> ("k-" + id).equals(message.key()));
        }

        ExecutionId next =
                operator.execute(neighbours.publish("Greeting", Definitions.GREETING), "{\"name\": \"Ada\"}");
        assertThat(operator.awaitEnd(next).path("status").asString()).isEqualTo("COMPLETED");
    }

    private String assertPutAway(ProducerRecord<String, byte[]> bad, String reason) {
        String told;
        try (TopicProbe letters = TopicProbe.of(Topics.deadLetter(Topics.DEALERSHIP_SALES))) {
            bad.headers().add("marker", dealer.getBytes(StandardCharsets.UTF_8));
            neighbours.send(bad);
            neighbours.happened(Topics.DEALERSHIP_SALES, LeadJourneyIT.lead(neighbours.newId(), dealer));

            ConsumerRecord<String, byte[]> letter = letters.await(message -> dealer.equals(header(message, "marker")));
            assertThat(letter.value()).isEqualTo(bad.value());
            told = header(letter, "dead-letter-reason");
            assertThat(told).contains(reason);
            assertThat(header(letter, "dead-letter-original-topic")).isEqualTo(Topics.DEALERSHIP_SALES);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> operator.get("/api/executions?status=COMPLETED&workflowId=" + workflow)
                                .json()
                                .path("items")
                                .size()
                        == 1);
        return told;
    }

    private ProducerRecord<String, byte[]> binary(String type, String data) {
        ProducerRecord<String, byte[]> message = neighbours.raw(Topics.DEALERSHIP_SALES, data);
        message.headers()
                .add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8))
                .add("ce_id", neighbours.newId().getBytes(StandardCharsets.UTF_8))
                .add("ce_source", "/test/website".getBytes(StandardCharsets.UTF_8))
                .add("ce_type", type.getBytes(StandardCharsets.UTF_8))
                .add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
