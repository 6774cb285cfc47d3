package com.automatrix.workflow.eventtype;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.event.RegisteredEventType;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.testkit.TopicProbe;
import com.automatrix.workflow.RunningService;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RunningService
class EventTypesIT {

    private static final String PATH = "/api/event-types";

    @LocalServerPort
    private int port;

    @Autowired
    private CloudEventRecords records;

    @Autowired
    private JdbcClient jdbc;

    private Http admin;

    @BeforeEach
    void signIn() {
        admin = Http.as("ADMIN", port);
    }

    @Test
    void the_catalogue_shows_every_type_with_its_schema_and_an_example() {
        Answer list = Http.as("VIEWER", port).get(PATH);
        Answer one = Http.as("VIEWER", port).get(PATH + "/com.automatrix.lead.received.v1");

        assertThat(names(list)).contains("com.automatrix.lead.received.v1", "com.automatrix.review.posted.v1");
        assertThat(one.text("/topic")).isEqualTo("dealership.sales");
        assertThat(one.text("/category")).isEqualTo("sales");
        assertThat(one.text("/schema/properties/person/$ref")).isEqualTo("#/$defs/person");
        assertThat(one.text("/schema/$defs/person/title")).isEqualTo("Person");
        assertThat(one.text("/example/leadId")).isNotEmpty();
        assertThat(admin.get(PATH + "/com.automatrix.nothing.v1").text("/code")).isEqualTo("event-type.not-found");
    }

    @Test
    void a_registered_type_reaches_the_catalogue_and_the_other_services() {
        try (TopicProbe types = TopicProbe.of(Topics.EVENT_TYPES)) {
            Answer registered = admin.post(PATH, wash("com.lakeside.wash.done.v1"));

            assertThat(registered.status()).isEqualTo(201);
            assertThat(registered.text("/category")).isEqualTo("carwash");
            assertThat(names(admin.get(PATH))).contains("com.lakeside.wash.done.v1");
            var message = types.await(record -> "com.lakeside.wash.done.v1".equals(record.key()));
            assertThat(new SchemaCheck().event("event-type-registered.v1", records.data(message, JsonNode.class)))
                    .isEmpty();
            assertThat(records.data(message, RegisteredEventType.class).topic()).isEqualTo("dealership.carwash");
            assertThat(actions("com.lakeside.wash.done.v1")).containsExactly("event-type.registered");
        }
    }

    @Test
    void a_type_is_registered_once_and_replaced_by_its_address() {
        String type = "com.lakeside.wash.again.v1";
        admin.post(PATH, wash(type));

        assertThat(admin.post(PATH, wash(type)).status()).isEqualTo(200);
        assertThat(admin.post(PATH, with(wash(type), "title", "Other")).text("/code"))
                .isEqualTo("event-type.exists");
        assertThat(admin.put(PATH + "/" + type, with(wash(type), "title", "Other"))
                        .text("/title"))
                .isEqualTo("Other");
        assertThat(admin.put(PATH + "/com.lakeside.other", wash(type)).violations())
                .containsExactly("/type event-type.other-type");
        assertThat(admin.put(PATH + "/com.lakeside.never", wash("com.lakeside.never"))
                        .status())
                .isEqualTo(404);
        assertThat(actions(type)).containsExactly("event-type.registered", "event-type.changed");
    }

    @Test
    void a_workflow_may_be_started_by_it_once_it_is_registered() {
        String type = "com.lakeside.wash.used.v1";
        Http builder = Http.as("BUILDER", port);
        String draft = builder.post("/api/workflows", workflow(type)).text("/id");
        assertThat(publish(builder, draft).violations()).containsExactly("/triggers/0/eventType event.unknown-type");

        admin.post(PATH, wash(type));

        assertThat(publish(builder, draft).status()).isEqualTo(201);
        assertThat(admin.delete(PATH + "/" + type).text("/code")).isEqualTo("event-type.in-use");
    }

    @Test
    void a_removed_type_is_gone_everywhere() {
        String type = "com.lakeside.wash.gone.v1";
        admin.post(PATH, wash(type));

        try (TopicProbe types = TopicProbe.of(Topics.EVENT_TYPES)) {
            assertThat(admin.delete(PATH + "/" + type).status()).isEqualTo(204);

            types.await(record -> type.equals(record.key()) && record.value() == null);
        }
        assertThat(admin.get(PATH + "/" + type).status()).isEqualTo(404);
        assertThat(admin.delete(PATH + "/" + type).text("/code")).isEqualTo("event-type.not-found");
        assertThat(actions(type)).containsExactly("event-type.registered", "event-type.removed");
    }

    @Test
    void what_no_event_could_be_checked_against_is_refused_at_its_place() {
        String type = "com.lakeside.wash.bad.v1";

        assertThat(admin.post(PATH, wash("com.automatrix.wash.v1")).text("/code"))
                .isEqualTo("event-type.built-in");
        assertThat(admin.post(PATH, with(wash(type), "schema", "{\"type\": \"strnig\"}"))
                        .violations())
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("/schema") && violation.endsWith("event-type.schema"));
        assertThat(admin.post(PATH, with(wash(type), "example", "{\"stockNumber\": 1}"))
                        .violations())
                .containsExactly("/example/stockNumber event-type.example");
        assertThat(admin.post(PATH, with(wash(type), "topic", "sales")).violations())
                .containsExactly("/topic request.pattern");
    }

    @Test
    void only_an_administrator_registers_types() {
        assertThat(Http.as("BUILDER", port)
                        .post(PATH, wash("com.lakeside.mine"))
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("BUILDER", port)
                        .put(PATH + "/com.lakeside.mine", wash("com.lakeside.mine"))
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("BUILDER", port).delete(PATH + "/com.lakeside.mine").status())
                .isEqualTo(403);
    }

    private static String wash(String type) {
        return """
                {"type": "%s", "title": "Car wash done", "topic": "dealership.carwash",
                 "schema": {"type": "object", "properties": {"stockNumber": {"type": "string"}},
                            "required": ["stockNumber"]},
                 "example": {"stockNumber": "U876-22"}}""".formatted(type);
    }

    /** @param value JSON, or else a text */
    private static String with(String body, String field, String value) {
        ObjectNode changed = (ObjectNode) ContractJson.events().readTree(body);
        if (value.startsWith("{")) {
            changed.set(field, ContractJson.events().readTree(value));
        } else {
            changed.put(field, value);
        }
        return changed.toString();
    }

    private static String workflow(String type) {
        return """
                {"name": "After the wash", "category": "SALES", "definition": {"specVersion": "1", "edges": [],
                 "triggers": [{"id": "washed", "type": "event", "eventType": "%s"}],
                 "nodes": [{"id": "note", "type": "data.transform", "config": {"value": "{{ input.stockNumber }}"}}]}}""".formatted(type);
    }

    private static Answer publish(Http builder, String id) {
        return builder.post("/api/workflows/" + id + "/publish", "{}");
    }

    private static List<String> names(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(type -> type.path("type").asString())
                .toList();
    }

    private List<String> actions(String type) {
        return jdbc.sql("SELECT action FROM audit_log WHERE subject_id = ? ORDER BY id")
                .param(type)
                .query((row, number) -> row.getString("action"))
                .list();
    }
}
