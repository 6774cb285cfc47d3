package com.automatrix.template.instantiation;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.testkit.RealParts;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0"})
@RealParts
class TemplatesIT {

    private static final String LEAD = "/api/templates/new-internet-lead-first-response";

    private static final StandInGateway GATEWAY = gateway();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationRunner loader;

    private Http builder;

    private static StandInGateway gateway() {
        try {
            return new StandInGateway();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void useTheStandIn(DynamicPropertyRegistry registry) {
        registry.add("automatrix.gateway.url", GATEWAY::url);
    }

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
        GATEWAY.answersCreated();
    }

    @Test
    void the_catalogue_shows_what_each_template_does_and_asks() {
        Answer list = Http.as("VIEWER", port).get("/api/templates");

        assertThat(list.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("slug").asString("")))
                .contains("new-internet-lead-first-response", "service-request-triage", "low-stock-replenishment");
        JsonNode lead = list.json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("slug").asString("").equals("new-internet-lead-first-response"))
                .findFirst()
                .orElseThrow();
        assertThat(lead.at("/triggers/0/eventType").asString("")).isEqualTo("com.automatrix.lead.received.v1");
        assertThat(lead.path("stepTypes").valueStream().map(JsonNode::asString))
                .contains("ai.classify", "flow.if", "flow.switch", "flow.end");
        assertThat(lead.has("definition")).isFalse();
        assertThat(lead.at("/parameters/0/name").asString("")).isEqualTo("storeName");
        assertThat(lead.at("/parameters/2/type").asString("")).isEqualTo("integer");
        assertThat(lead.at("/parameters/2/default").asInt()).isEqualTo(5);
        assertThat(lead.at("/parameters/2/maximum").asInt()).isEqualTo(1440);
        assertThat(lead.at("/parameters/3/options/0/value").asString("")).isEqualTo("LISTED_PRICE");
        assertThat(lead.at("/parameters/5/items/type").asString("")).isEqualTo("string");
    }

    @Test
    void a_template_is_found_by_slug_and_by_id_with_its_definition() {
        Answer bySlug = builder.get(LEAD);
        Answer byId = builder.get("/api/templates/" + bySlug.text("/id"));

        assertThat(byId.json()).isEqualTo(bySlug.json());
        assertThat(bySlug.response().body()).contains("[[storeName]]");
        assertThat(bySlug.text("/definition/nodes/0/id")).isEqualTo("readLead");
        assertThat(builder.get("/api/templates/unknown").text("/code")).isEqualTo("template.not-found");
        assertThat(builder.get("/api/templates/0190a000-0000-7000-8000-00000000dead")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void loading_again_changes_nothing() throws Exception {
        long before = rows();

        loader.run(new DefaultApplicationArguments());

        assertThat(rows()).isEqualTo(before);
        assertThat(jdbc.sql("SELECT count(*) FROM template_parameters")
                        .query(Long.class)
                        .single())
                .isGreaterThan(20);
    }

    @Test
    void a_template_becomes_a_draft_in_the_callers_name() {
        Answer made = builder.post(LEAD + "/instantiate", """
                {"name": "My leads", "parameters": {"storeName": "Joe's \\"Best\\" Cars", "slaMinutes": 7}}""");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/workflowId")).isEqualTo(StandInGateway.WORKFLOW_ID);
        assertThat(made.text("/name")).isEqualTo("My leads");
        assertThat(made.text("/href")).isEqualTo("/api/workflows/" + StandInGateway.WORKFLOW_ID);
        assertThat(made.header("Location")).isEqualTo(made.text("/href"));

        StandInGateway.Call call = GATEWAY.lastCall();
        assertThat(call.method() + " " + call.path()).isEqualTo("POST /api/workflows");
        assertThat(call.authorization()).isEqualTo(builder.authorization());
        assertThat(call.correlationId()).isEqualTo(made.header("X-Correlation-Id"));
        JsonNode draft = ContractJson.events().readTree(call.body());
        assertThat(draft.path("name").asString("")).isEqualTo("My leads");
        assertThat(draft.path("category").asString("")).isEqualTo("SALES");
        assertThat(call.body()).doesNotContain("[[storeName]]").contains("Joe's \\\"Best\\\" Cars");
        assertThat(draft.path("definition").toString()).contains("PT7M");
        assertThat(draft.at("/template/slug").asString("")).isEqualTo("new-internet-lead-first-response");
        assertThat(draft.at("/template/version"))
                .isEqualTo(builder.get(LEAD).json().path("version"));
        assertThat(draft.path("tests").isArray()).isTrue();
        assertThat(call.key()).isEmpty();
    }

    @Test
    void the_tests_of_a_template_go_with_the_draft_and_have_the_same_answers_in_them() {
        builder.post("/api/templates", """
                {"slug": "tested", "name": "Tested", "category": "OTHER", "summary": "Says it.", "description": "Says it.",
                 "parameters": [{"name": "word", "title": "Word", "description": "What it says.", "type": "string",
                                 "required": true, "default": "Hello"}],
                 "definition": {"specVersion": "1", "edges": [],
                     "nodes": [{"id": "say", "type": "data.transform", "config": {"value": "[[word]]"}}]},
                 "tests": [{"name": "It says [[word]]", "expect": {"outputs": {"say": "[[word]]"}}}]}""");

        builder.post("/api/templates/tested/instantiate", "{\"parameters\": {\"word\": \"{{ secrets.key }}\"}}");

        JsonNode draft = ContractJson.events().readTree(GATEWAY.lastCall().body());
        assertThat(draft.at("/tests/0/name").asString("")).isEqualTo("It says {{ secrets.key }}");
        assertThat(draft.at("/tests/0/expect/outputs/say").asString("")).isEqualTo("{{ secrets.key }}");
        assertThat(draft.at("/definition/nodes/0/config/value").asString(""))
                .isEqualTo("{{ \"\\u007b\\u007b secrets.key \\u007d\\u007d\" }}");
    }

    @Test
    void the_key_of_a_request_goes_to_workflow_service_which_makes_one_workflow_of_it() {
        builder.post(LEAD + "/instantiate", "{}", "Idempotency-Key", "once");

        assertThat(GATEWAY.lastCall().key()).isEqualTo("once");
        assertThat(builder.post(LEAD + "/instantiate", "{}", "Idempotency-Key", "k".repeat(201))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_preview_makes_nothing() {
        Answer preview = builder.post(LEAD + "/preview", "{\"parameters\": {\"slaMinutes\": 12}}");

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().path("definition").path("nodes").size()).isPositive();
        assertThat(preview.json().path("definition").toString()).doesNotContain("[[slaMinutes]]");
        assertThat(builder.post(LEAD + "/preview", "{\"parameters\": {\"slaMinutes\": \"soon\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(Http.as("VIEWER", port).post(LEAD + "/preview", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void defaults_are_enough() {
        Answer made = builder.post("/api/templates/low-stock-replenishment/instantiate", "{}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(ContractJson.events()
                        .readTree(GATEWAY.lastCall().body())
                        .path("name")
                        .asString(""))
                .isEqualTo("Low-stock replenishment");
    }

    @Test
    void answers_that_do_not_fit_are_refused_before_anything_is_made() {
        int before = GATEWAY.calls();

        Answer refused = builder.post(LEAD + "/instantiate", """
                {"parameters": {"slaMinutes": 0, "autoSend": "SOMETIMES", "alwaysAsk": [8], "colour": "red"}}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/code")).isEqualTo("template.invalid-parameters");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "/parameters/slaMinutes parameter.out-of-range",
                        "/parameters/autoSend parameter.not-allowed",
                        "/parameters/alwaysAsk/0 parameter.wrong-type",
                        "/parameters/colour parameter.unknown-field");
        assertThat(GATEWAY.calls()).isEqualTo(before);
    }

    @Test
    void a_refusal_of_workflow_service_is_passed_on() {
        GATEWAY.answers(400, """
                {"code": "workflow.too-odd", "detail": "Expected less.",
                 "violations": [{"pointer": "/definition", "code": "x", "message": "No."}]}""");
        Answer invalid = builder.post(LEAD + "/instantiate", "{}");
        GATEWAY.answers(403, "{\"code\": \"access.denied\", \"detail\": \"Expected a builder.\"}");
        Answer forbidden = builder.post(LEAD + "/instantiate", "{}");
        GATEWAY.answers(401, "");
        Answer unauthenticated = builder.post(LEAD + "/instantiate", "{}");
        GATEWAY.answers(409, "{\"code\": \"workflow.idempotency-key-reused\", \"detail\": \"Expected the first.\"}");
        Answer reused = builder.post(LEAD + "/instantiate", "{}");
        GATEWAY.answers(400, "<html>");
        Answer unreadable = builder.post(LEAD + "/instantiate", "{}");

        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.text("/code")).isEqualTo("workflow.too-odd");
        assertThat(invalid.violations()).containsExactly("/definition x");
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.text("/code")).isEqualTo("access.denied");
        assertThat(unauthenticated.status()).isEqualTo(401);
        assertThat(reused.status()).isEqualTo(409);
        assertThat(reused.text("/code")).isEqualTo("workflow.idempotency-key-reused");
        assertThat(unreadable.text("/code")).isEqualTo("gateway.service-unavailable");
    }

    @Test
    void without_workflow_service_the_answer_is_to_try_again() {
        GATEWAY.answers(503, "{\"code\": \"gateway.service-unavailable\"}");

        Answer away = builder.post(LEAD + "/instantiate", "{}");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text("/code")).isEqualTo("gateway.service-unavailable");
        assertThat(away.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void a_viewer_may_look_but_not_instantiate() {
        assertThat(Http.as("VIEWER", port).post(LEAD + "/instantiate", "{}").status())
                .isEqualTo(403);
        assertThat(Http.as("VIEWER", port).get(LEAD).status()).isEqualTo(200);
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM templates").query(Long.class).single();
    }
}
