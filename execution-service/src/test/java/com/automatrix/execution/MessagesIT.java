package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.execution.trigger.DealershipSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningService
class MessagesIT {

    private static final String EMAIL = """
            {"id": "mail", "type": "email.send", "config": {"to": "{{ input.email }}", "subject": "Your request",
             "body": "Hello {{ input.name }}", "purpose": "{{ input.purpose }}", "person": "{{ input.person }}"}}""";

    private static final String TEXT = """
            {"id": "text", "type": "sms.send", "config": {"to": "{{ input.phone }}", "body": "Hello {{ input.name }}",
             "purpose": "{{ input.purpose }}", "person": "{{ input.person }}"}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private DealershipSettings settings;

    @Autowired
    private InstantSource clock;

    @Autowired
    private JdbcClient jdbc;

    private Http operator;
    private String person;
    private String phone;

    @BeforeEach
    void signInAndMeetSomebody() {
        operator = Http.as("OPERATOR", port);
        person = neighbours.newId();
        // Of numbers that belong to nobody, another one each time.
        phone = "+1212555"
                + String.valueOf(10_000 + Math.floorMod(person.hashCode(), 10_000))
                        .substring(1);
        settings(Map.of("name", "Lakeside Motors", "address", "100 Shoreline Drive"));
    }

    @Test
    void an_e_mail_without_a_mail_server_lies_in_the_outbox_and_the_step_says_so() {
        String to = "Marie." + person + "@Example.test";

        JsonNode ended = operator.awaitEnd(start(EMAIL, Map.of("email", to, "purpose", "TRANSACTIONAL"), 3));

        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        JsonNode output = ended.at("/output/mail");
        assertThat(output.path("decision").asString()).isEqualTo("OUTBOX");
        assertThat(new SchemaCheck()
                        .value(
                                StepTypes.builtIn()
                                        .find("email.send")
                                        .orElseThrow()
                                        .outputSchema(),
                                output))
                .isEmpty();
        Http.Answer list =
                operator.get("/api/messages?executionId=" + ended.path("id").asString());
        assertThat(list.json().path("items").size()).isEqualTo(1);
        assertThat(list.text("/items/0/to")).isEqualTo(to.toLowerCase(Locale.ROOT));
        assertThat(list.text("/items/0/state")).isEqualTo("OUTBOX");
        Http.Answer message =
                operator.get("/api/messages/" + output.path("messageId").asString());
        assertThat(message.text("/text"))
                .contains("Hello Marie")
                .contains("Lakeside Motors")
                .contains("100 Shoreline");
        assertThat(message.text("/html")).contains("<p>Hello Marie</p>");
    }

    @Test
    void a_text_at_night_waits_and_is_sent_once_it_is_day() {
        quiet(true);
        ExecutionId id = start(TEXT, Map.of("phone", phone, "purpose", "TRANSACTIONAL"), 12);
        String waiting = awaitMessage(id, "DEFERRED");
        assertThat(operator.get("/api/messages/" + waiting).text("/deferredUntil"))
                .isNotEmpty();
        assertThat(operator.get("/api/executions/" + id).json().hasNonNull("finishedAt"))
                .isFalse();

        quiet(false);
        jdbc.sql("UPDATE step_inbox SET due_at = now(), woken = true WHERE execution_id = ?")
                .param(id.value())
                .update();

        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/output/text/messageId").asString()).isEqualTo(waiting);
        assertThat(ended.at("/output/text/deferredUntil").asString()).isNotEmpty();
        assertThat(ended.at("/output/text/segments").asInt()).isEqualTo(1);
        assertThat(operator.logs(id)).hasSize(1);
        assertThat(operator.logs(id).getFirst().path("attempt").asInt()).isEqualTo(1);
    }

    @Test
    void consent_that_is_taken_back_ends_what_waits_at_once() {
        ExecutionId id = start(TEXT, Map.of("phone", phone, "purpose", "TRANSACTIONAL"), 2);
        awaitMessage(id, "DEFERRED");

        neighbours.happened(Topics.DEALERSHIP_SALES, """
                {"specversion": "1.0", "id": "%s", "source": "/dealers/d-1/crm", "type": "com.automatrix.consent.changed.v1",
                 "data": {"personId": "%s", "channel": "SMS", "purpose": "MARKETING", "state": "REVOKED", "scope": "ALL",
                          "source": "crm", "at": "%s"}}""".formatted(neighbours.newId(), person, clock.instant()));

        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("status").asString()).isEqualTo("FAILED");
        assertThat(ended.at("/error/code").asString()).isEqualTo("message.consent-revoked");
        assertThat(operator.get("/api/messages?state=REFUSED&executionId=" + id).text("/items/0/reason"))
                .contains("taken their consent back");
    }

    @Test
    void a_message_whose_execution_is_cancelled_while_it_waits_is_shown_so_and_never_sent() {
        ExecutionId id = start(TEXT, Map.of("phone", phone, "purpose", "TRANSACTIONAL"), 2);
        awaitMessage(id, "DEFERRED");

        assertThat(operator.post("/api/executions/" + id + "/cancel", "{}").status())
                .isLessThan(300);

        assertThat(operator.awaitEnd(id).path("status").asString()).isEqualTo("CANCELLED");
        awaitMessage(id, "CANCELLED");
        assertThat(operator.get("/api/messages?state=DEFERRED&executionId=" + id)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void who_answers_stop_gets_no_more_texts() {
        neighbours.happened(Topics.DEALERSHIP_SALES, """
                {"specversion": "1.0", "id": "%s", "source": "/dealers/d-1/sms", "type": "com.automatrix.message.inbound.v1",
                 "data": {"messageId": "m-1", "channel": "SMS", "threadId": "t-1", "text": "Stop texting me!",
                          "receivedAt": "%s", "person": {"phones": [{"e164": "%s", "type": "MOBILE"}]}}}""".formatted(neighbours.newId(), clock.instant(), phone));
        await().atMost(Http.PATIENCE)
                .until(() -> consents("address=" + phone.substring(1)).size() == 2);

        JsonNode ended = operator.awaitEnd(start(TEXT, Map.of("phone", phone, "purpose", "TRANSACTIONAL"), 12));

        assertThat(ended.at("/error/code").asString()).isEqualTo("message.consent-revoked");
    }

    @Test
    void marketing_needs_consent_and_is_capped_for_a_day() {
        Map<String, Object> input = Map.of("phone", phone, "purpose", "MARKETING");
        assertThat(error(start(TEXT, input, 12))).isEqualTo("message.no-consent");
        neighbours.happened(Topics.DEALERSHIP_SALES, """
                {"specversion": "1.0", "id": "%s", "source": "/dealers/d-1/web", "type": "com.automatrix.lead.received.v1",
                 "data": {"leadId": "L-1", "dealerId": "%s", "receivedAt": "%s", "channel": "FORM", "leadType": "SALES",
                          "person": {"personId": "%s", "phones": [{"e164": "%s", "type": "MOBILE"}]},
                          "consents": [{"channel": "SMS", "purpose": "MARKETING", "state": "GRANTED", "evidence": "Box"}]}}""".formatted(
                        neighbours.newId(), neighbours.newId(), clock.instant(), person, phone));
        await().atMost(Http.PATIENCE).until(() -> consents("personId=" + person).size() == 2);

        JsonNode first = operator.awaitEnd(start(TEXT, input, 12));
        assertThat(first.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(operator.get("/api/messages/"
                                + first.at("/output/text/messageId").asString())
                        .text("/text"))
                .endsWith("Reply STOP to opt out.");
        assertThat(operator.awaitEnd(start(TEXT, input, 12)).path("status").asString())
                .isEqualTo("COMPLETED");
        assertThat(error(start(TEXT, input, 12))).isEqualTo("message.daily-cap");
    }

    @Test
    void what_is_said_to_hold_is_what_the_steps_decide() {
        String said = """
                {"personId": "%s", %s "channel": "SMS", "purpose": %s, "state": "%s", "source": "phone call"}""";
        String number = "\"address\": \"%s\",".formatted(phone);
        operator.post("/api/consents", said.formatted(person, number, "\"MARKETING\"", "GRANTED"));
        operator.post("/api/consents", said.formatted(person, "", "\"TRANSACTIONAL\"", "REVOKED"));
        String other = "+1212555" + (phone.endsWith("1234") ? "4321" : "1234");
        jdbc.sql(
                        "INSERT INTO message_suppressions (channel, address, reason, created_at) VALUES ('SMS', ?, 'Gone.', now())"
                                + " ON CONFLICT DO NOTHING")
                .param(other)
                .update();

        Http.Answer ofNumber = operator.get("/api/consents/decisions?address=" + phone.substring(1));
        Http.Answer ofOther = operator.get("/api/consents/decisions?address=" + other.substring(1));

        assertThat(ofNumber.text("/personId")).isEqualTo(person);
        assertThat(ofNumber.text("/address")).isEqualTo(phone);
        assertThat(lines(ofNumber))
                .containsExactly(
                        "SMS " + phone + " TRANSACTIONAL REVOKED no, MARKETING GRANTED yes",
                        "VOICE " + phone + " TRANSACTIONAL UNKNOWN yes, MARKETING UNKNOWN no",
                        "EMAIL null TRANSACTIONAL UNKNOWN yes, MARKETING UNKNOWN no");
        assertThat(ofNumber.text("/items/0/answers/0/because/entryId")).isNotEmpty();
        assertThat(ofNumber.json().at("/items/0/answers/0/because").hasNonNull("address"))
                .isFalse();
        assertThat(lines(ofOther)).first().asString().endsWith("TRANSACTIONAL UNKNOWN no, MARKETING UNKNOWN no");
        assertThat(ofOther.text("/items/0/blocked/reason")).isEqualTo("Gone.");
        assertThat(error(start(TEXT, Map.of("phone", phone, "purpose", "TRANSACTIONAL"), 12)))
                .isEqualTo("message.consent-revoked");
        assertThat(operator.awaitEnd(start(TEXT, Map.of("phone", phone, "purpose", "MARKETING"), 12))
                        .path("status")
                        .asString())
                .isEqualTo("COMPLETED");
        assertThat(error(start(TEXT, Map.of("phone", other, "purpose", "TRANSACTIONAL"), 12)))
                .isEqualTo("message.suppressed");
    }

    private static List<String> lines(Http.Answer decisions) {
        return decisions
                .json()
                .path("items")
                .valueStream()
                .map(line -> "%s %s %s"
                        .formatted(
                                line.path("channel").asString(),
                                line.path("address").asString("null"),
                                line.path("answers")
                                        .valueStream()
                                        .map(answer -> "%s %s %s"
                                                .formatted(
                                                        answer.path("purpose").asString(),
                                                        answer.path("state").asString(),
                                                        answer.path("isAllowed").asBoolean() ? "yes" : "no"))
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    @Test
    void consent_that_a_colleague_records_is_kept_with_its_history() {
        String change = """
                {"personId": "%s", "address": "%s", "channel": "SMS", "purpose": "MARKETING", "state": "%s",
                 "source": "phone call", "evidence": "Yes, do"}""";
        assertThat(Http.as("VIEWER", port)
                        .post("/api/consents", change.formatted(person, phone, "GRANTED"))
                        .status())
                .isEqualTo(403);

        Http.Answer granted = operator.post("/api/consents", change.formatted(person, phone, "GRANTED"));
        Http.Answer revoked = operator.post("/api/consents", change.formatted(person, phone, "REVOKED"));

        assertThat(granted.status()).isEqualTo(201);
        assertThat(granted.text("/items/0/state")).isEqualTo("GRANTED");
        assertThat(revoked.text("/items/0/state")).isEqualTo("REVOKED");
        Http.Answer history = operator.get("/api/consents/history?personId=" + person);
        assertThat(history.json()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("state").asString()))
                .containsExactly("REVOKED", "GRANTED");
        assertThat(history.text("/items/0/evidence")).isEqualTo("Yes, do");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_log WHERE action = 'consent.recorded' AND subject_id = ?")
                        .param(history.text("/items/0/id"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(operator.get("/api/consents").text("/code")).isEqualTo("consent.nobody");
        Http.Answer byMail =
                operator.post("/api/consents", change.replace("SMS", "EMAIL").formatted(person, phone, "GRANTED"));
        assertThat(byMail.status()).isEqualTo(400);
        assertThat(byMail.text("/code")).isEqualTo("consent.bad-address");
        assertThat(byMail.text("/detail")).contains("an e-mail address for the channel EMAIL");
    }

    @Test
    void a_workflow_can_ask_whether_and_when_a_person_may_be_contacted() {
        String ask = """
                {"id": "ask", "type": "auto.contactWindow",
                 "config": {"person": "{{ input.person }}", "channel": "SMS", "purpose": "{{ input.purpose }}"}}""";
        Map<String, Object> input = Map.of("phone", phone, "purpose", "TRANSACTIONAL");

        assertThat(handle(start(ask, input, 12))).isEqualTo("allowed");
        ExecutionId night = start(ask, input, 2);
        assertThat(handle(night)).isEqualTo("later");
        assertThat(operator.awaitEnd(night).at("/output/ask/nextWindow").asString())
                .isNotEmpty();
        assertThat(handle(start(ask, Map.of("phone", phone, "purpose", "MARKETING"), 12)))
                .isEqualTo("never");
    }

    @Test
    void an_address_that_is_none_and_marketing_without_a_postal_address_are_refused() {
        assertThat(error(start(EMAIL, Map.of("email", "nobody", "purpose", "TRANSACTIONAL"), 12)))
                .isEqualTo("message.bad-address");
        settings(Map.of("name", "Lakeside Motors"));
        assertThat(error(start(EMAIL, Map.of("email", "a@example.test", "purpose", "MARKETING"), 12)))
                .isEqualTo("message.no-postal-address");
    }

    @Test
    void a_receipt_without_the_account_s_signature_is_refused() throws Exception {
        HttpRequest receipt = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/messages/receipts/twilio".formatted(port)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")
                .POST(HttpRequest.BodyPublishers.ofString("MessageSid=SM1&MessageStatus=delivered"))
                .build();

        assertThat(operator.client()
                        .send(receipt, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
    }

    private String error(ExecutionId id) {
        return operator.awaitEnd(id).at("/error/code").asString("");
    }

    private String handle(ExecutionId id) {
        operator.awaitEnd(id);
        return operator.logs(id).getFirst().at("/handles/0").asString("");
    }

    private JsonNode consents(String who) {
        return operator.get("/api/consents?" + who).json().path("items");
    }

    private String awaitMessage(ExecutionId id, String state) {
        return await().atMost(Http.PATIENCE)
                .until(
                        () -> operator.get("/api/messages?state=" + state + "&executionId=" + id)
                                .text("/items/0/id"),
                        found -> !found.isEmpty());
    }

    /** Starts the one step for the person, with whom it is that hour of the day. */
    private ExecutionId start(String node, Map<String, Object> input, int hour) {
        WorkflowId workflow = neighbours.publish(
                "One step", "{\"specVersion\": \"1\", \"nodes\": [%s], \"edges\": []}".formatted(node));
        Map<String, Object> all = new HashMap<>(input);
        all.put("name", "Marie");
        int away = Math.floorMod(hour - clock.instant().atOffset(ZoneOffset.UTC).getHour() + 12, 24) - 12;
        all.put(
                "person",
                Map.of(
                        "personId", person,
                        "timeZone", ZoneOffset.ofHours(away).getId(),
                        "phones", List.of(Map.of("e164", phone))));
        return operator.execute(workflow, ContractJson.events().writeValueAsString(all));
    }

    /** Whether the dealership is quiet at noon. */
    private void quiet(boolean isQuiet) {
        String until =
                isQuiet ? LocalTime.of(15, 0).toString() : LocalTime.of(10, 0).toString();
        settings(Map.of("name", "Lakeside Motors", "quietHours", Map.of("from", "09:00", "to", until)));
    }

    private void settings(Map<String, Object> values) {
        neighbours.tell(
                Topics.SETTINGS_CHANGED,
                "dealership",
                MessageTypes.SETTINGS_CHANGED,
                new SettingsChanged("dealership", values));
        await().atMost(Http.PATIENCE).until(() -> settings.vars().equals(values));
    }
}
