package com.automatrix.workflow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.steptype.StepType;
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
class StepTypesIT {

    private static final String PATH = "/api/step-types";

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
    void a_registered_type_reaches_the_catalogue_and_the_other_services() {
        try (TopicProbe types = TopicProbe.of(Topics.STEP_TYPES)) {
            Answer registered = admin.post(PATH, creditCheck("credit.check"));

            assertThat(registered.status()).isEqualTo(201);
            assertThat(names(Http.as("VIEWER", port).get(PATH))).contains("flow.if", "credit.check");
            var message = types.await(record -> "credit.check".equals(record.key()));
            assertThat(new SchemaCheck().event("step-type-registered.v1", records.data(message, JsonNode.class)))
                    .isEmpty();
            StepType told = records.data(message, StepType.class);
            assertThat(told.worker()).isEqualTo("credit");
            assertThat(told.category()).isEqualTo("external");
            assertThat(told.handles()).containsExactly("out", "error");
            assertThat(told.available()).isTrue();
            assertThat(actions("credit.check")).containsExactly("step-type.registered");
        }
    }

    @Test
    void saying_the_same_again_changes_nothing_and_saying_something_else_replaces_it() {
        admin.post(PATH, creditCheck("credit.twice"));

        assertThat(admin.post(PATH, creditCheck("credit.twice")).status()).isEqualTo(200);
        assertThat(actions("credit.twice")).hasSize(1);

        assertThat(admin.post(PATH, with(creditCheck("credit.twice"), "title", "Other"))
                        .status())
                .isEqualTo(200);
        assertThat(actions("credit.twice")).hasSize(2);
    }

    @Test
    void a_workflow_may_use_it_once_it_is_registered_and_its_config_is_checked() {
        Http builder = Http.as("BUILDER", port);
        String draft = builder.post("/api/workflows", workflow("credit.used", "{\"customer\": \"{{ input.id }}\"}"))
                .text("/id");
        assertThat(publish(builder, draft).violations()).containsExactly("/nodes/0/type step.unknown-type");

        admin.post(PATH, creditCheck("credit.used"));

        assertThat(publish(builder, draft).status()).isEqualTo(201);
        String wrong =
                builder.post("/api/workflows", workflow("credit.used", "{}")).text("/id");
        assertThat(publish(builder, wrong).violations()).containsExactly("/nodes/0/config/customer config.invalid");
        assertThat(admin.delete(PATH + "/credit.used").text("/code")).isEqualTo("step-type.in-use");
    }

    @Test
    void a_removed_type_is_gone_everywhere() {
        admin.post(PATH, creditCheck("credit.gone"));

        try (TopicProbe types = TopicProbe.of(Topics.STEP_TYPES)) {
            assertThat(admin.delete(PATH + "/credit.gone").status()).isEqualTo(204);

            types.await(record -> "credit.gone".equals(record.key()) && record.value() == null);
        }
        assertThat(names(admin.get(PATH))).doesNotContain("credit.gone");
        assertThat(admin.delete(PATH + "/credit.gone").text("/code")).isEqualTo("step-type.not-found");
        assertThat(actions("credit.gone")).containsExactly("step-type.registered", "step-type.removed");
    }

    @Test
    void what_belongs_to_the_product_is_refused() {
        Answer builtIn = admin.post(PATH, creditCheck("flow.if"));

        assertThat(builtIn.status()).isEqualTo(409);
        assertThat(builtIn.text("/code")).isEqualTo("step-type.built-in");
        assertThat(List.of("engine", "io", "ai"))
                .allSatisfy(worker -> assertThat(admin.post(PATH, with(creditCheck("credit.own"), "worker", worker))
                                .violations())
                        .containsExactly("/worker step-type.reserved-worker"));
    }

    @Test
    void what_no_workflow_could_use_is_refused_at_its_place() {
        assertThat(admin.post(PATH, with(creditCheck("credit.bad"), "handles", "[\"out\"]"))
                        .violations())
                .containsExactly("/handles step-type.handles");
        assertThat(admin.post(PATH, with(creditCheck("credit.bad"), "configSchema", "{\"type\": \"strnig\"}"))
                        .violations())
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("/configSchema") && violation.endsWith("step-type.schema"));
        assertThat(admin.post(PATH, with(creditCheck("credit.bad"), "example", "{\"customer\": 1}"))
                        .violations())
                .containsExactly("/example/customer step-type.example");
        assertThat(admin.post(PATH, creditCheck("Credit")).violations()).containsExactly("/type request.pattern");
        assertThat(admin.post(PATH, with(creditCheck("credit.bad"), "worker", "a b"))
                        .violations())
                .containsExactly("/worker request.pattern");
    }

    @Test
    void only_an_administrator_registers_types() {
        assertThat(Http.as("BUILDER", port)
                        .post(PATH, creditCheck("credit.mine"))
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("BUILDER", port).delete(PATH + "/credit.mine").status())
                .isEqualTo(403);
    }

    private static String creditCheck(String type) {
        return """
                {"type": "%s", "title": "Credit check", "description": "Asks the credit desk.", "icon": "landmark",
                 "worker": "credit", "outputSchema": {"type": "object"},
                 "configSchema": {"type": "object", "properties": {"customer": {"type": "string"}},
                                  "required": ["customer"]}}""".formatted(type);
    }

    /** @param value JSON, or else a text */
    private static String with(String body, String field, String value) {
        ObjectNode changed = (ObjectNode) ContractJson.events().readTree(body);
        if (value.startsWith("[") || value.startsWith("{")) {
            changed.set(field, ContractJson.events().readTree(value));
        } else {
            changed.put(field, value);
        }
        return changed.toString();
    }

    private static String workflow(String type, String config) {
        return """
                {"name": "Checks credit", "category": "SALES", "definition": {"specVersion": "1", "edges": [],
                 "nodes": [{"id": "check", "type": "%s", "config": %s}]}}""".formatted(type, config);
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
