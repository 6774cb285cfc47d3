package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningService
class DeadLetterListIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TYPE = "com.automatrix.lead.received.v1";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private JdbcClient jdbc;

    private Http operator;
    private String dealer;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
        dealer = neighbours.newId();
    }

    @Test
    void a_poison_record_is_listed_mended_replayed_and_then_processed_once() {
        WorkflowId workflow = publishAWorkflowForLeads();
        neighbours.send(poison("{\"leadId\": \"L-1\", \"dealerId\": \"%s\"}".formatted(dealer)));
        JsonNode letter = awaitLetter();
        String id = letter.path("id").asString();

        JsonNode detail = operator.get("/api/dead-letters/" + id).json();
        assertThat(detail.at("/summary/topic").asString()).isEqualTo(Topics.DEALERSHIP_SALES);
        assertThat(detail.at("/summary/eventType").asString()).isEqualTo(TYPE);
        assertThat(detail.at("/summary/reason").asString()).contains("/receivedAt");
        assertThat(detail.path("text").asString()).contains(dealer);
        assertThat(detail.path("headers").findValuesAsString("name"))
                .contains("ce_type")
                .doesNotContain("dead-letter-reason");

        String mended = "{\"text\": %s}".formatted(quoted(lead()));
        assertThat(operator.post("/api/dead-letters/" + id + "/replay", mended).status())
                .isEqualTo(202);
        Awaitility.await().atMost(PATIENCE).until(() -> executionsOf(workflow) == 1);
        Http.Answer again = operator.post("/api/dead-letters/" + id + "/replay", mended);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("dead-letter.settled");
        assertThat(executionsOf(workflow)).isOne();
        JsonNode settled = operator.get("/api/dead-letters/" + id).json().path("summary");
        assertThat(settled.path("state").asString()).isEqualTo("REPLAYED");
        assertThat(settled.path("isEdited").asBoolean()).isTrue();
        assertThat(auditOf(id)).containsExactly("dead-letter.replayed");
    }

    @Test
    void what_is_replayed_as_it_came_and_is_still_poison_comes_back_and_can_be_discarded() {
        neighbours.send(poison("{not json " + dealer));
        String id = awaitLetter().path("id").asString();

        Http.Answer all = operator.post("/api/dead-letters/replay", "{\"ids\": [\"%s\"]}".formatted(id));
        assertThat(all.json().at("/items/0/isReplayed").asBoolean()).isTrue();
        JsonNode second = awaitLetter();
        String secondId = second.path("id").asString();
        assertThat(secondId).isNotEqualTo(id);

        assertThat(operator.post("/api/dead-letters/" + secondId + "/discard", "")
                        .status())
                .isEqualTo(200);
        assertThat(open()).isEmpty();
        assertThat(operator.post("/api/dead-letters/replay", "{\"ids\": [\"%s\"]}".formatted(secondId))
                        .text("/items/0/message"))
                .contains("already");
        assertThat(auditOf(secondId)).containsExactly("dead-letter.discarded");
        assertThat(operator.get("/api/dead-letters/topics").response().body()).contains(Topics.DEALERSHIP_SALES);
    }

    @Test
    void who_may_not_see_personal_data_sees_neither_reason_nor_record() {
        neighbours.send(poison("{not json " + dealer));
        String id = awaitLetter().path("id").asString();
        Http viewer = Http.as("VIEWER", port);

        JsonNode first = viewer.get("/api/dead-letters?state=OPEN").json().at("/items/0");

        assertThat(first.hasNonNull("topic")).isTrue();
        assertThat(first.hasNonNull("reason")).isFalse();
        assertThat(viewer.get("/api/dead-letters/" + id).status()).isEqualTo(403);
        assertThat(viewer.post("/api/dead-letters/" + id + "/discard", "").status())
                .isEqualTo(403);
        operator.post("/api/dead-letters/" + id + "/discard", "");
    }

    @Test
    void filters_that_cannot_be_read_and_letters_that_are_not_there_are_refused_in_sentences() {
        assertThat(operator.get("/api/dead-letters?state=LOST").text("/code")).isEqualTo("dead-letter.bad-filter");
        assertThat(operator.get("/api/dead-letters?from=yesterday").status()).isEqualTo(400);
        assertThat(operator.get("/api/dead-letters?reason=%00&to=2026-05-01T14:00:00Z&topic=none")
                        .json()
                        .path("items"))
                .isEmpty();
        Http.Answer missing = operator.get("/api/dead-letters/" + neighbours.newId());
        assertThat(missing.text("/code")).isEqualTo("dead-letter.not-found");
    }

    private WorkflowId publishAWorkflowForLeads() {
        WorkflowId workflow = neighbours.publish("Web leads", """
                {"specVersion": "1",
                 "triggers": [{"id": "lead", "type": "event", "eventType": "%s",
                               "filter": "{{ input.dealerId = '%s' }}"}],
                 "nodes": [{"id": "note", "type": "data.transform", "config": {"value": "{{ input.leadId }}"}}],
                 "edges": []}""".formatted(TYPE, dealer));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> operator.get("/api/triggers").response().body().contains(workflow.toString()));
        return workflow;
    }

    private String lead() {
        return """
            {"leadId": "L-1", "dealerId": "%s", "receivedAt": "2026-05-01T14:00:00Z",
             "requestedAt": "2026-05-01T10:00:00-04:00", "channel": "FORM", "leadType": "SALES",
             "person": {"personId": "p-77", "firstName": "Marie", "lastName": "Tremblay",
                        "emails": [{"value": "marie@example.test"}], "phones": []},
             "vehiclesOfInterest": [], "tradeIns": [], "comments": "Is it still here?",
             "consents": []}""".formatted(dealer);
    }

    private ProducerRecord<String, byte[]> poison(String data) {
        ProducerRecord<String, byte[]> message = neighbours.raw(Topics.DEALERSHIP_SALES, data);
        message.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(neighbours.newId()))
                .add("ce_source", bytes("/test/website"))
                .add("ce_type", bytes(TYPE))
                .add("content-type", bytes("application/json"));
        return message;
    }

    /** The open dead letter of this test. */
    private JsonNode awaitLetter() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(this::open, letters -> letters.size() == 1)
                .getFirst();
    }

    private List<JsonNode> open() {
        return operator.get("/api/dead-letters?state=OPEN&limit=200&topic=" + Topics.DEALERSHIP_SALES)
                .json()
                .path("items")
                .valueStream()
                .filter(letter -> operator.get(
                                "/api/dead-letters/" + letter.path("id").asString())
                        .text("/text")
                        .contains(dealer))
                .toList();
    }

    private int executionsOf(WorkflowId workflow) {
        return operator.get("/api/executions?workflowId=" + workflow)
                .json()
                .path("items")
                .size();
    }

    private List<String> auditOf(String id) {
        return jdbc.sql("select action from audit_log where subject_type = 'dead-letter' and subject_id = ?")
                .param(id)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return ContractJson.events().writeValueAsString(text);
    }
}
