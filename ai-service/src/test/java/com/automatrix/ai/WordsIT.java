package com.automatrix.ai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.testkit.RealParts;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Drafts and explanations over real HTTP: one scripted server stands for the gateway and for the model. */
@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class WordsIT {

    private static final String CHAT = "/v1/chat/completions";
    private static final String DRAFT = "/api/ai/draft-workflow";
    private static final String EXPLAIN = "/api/ai/explain-execution";
    private static final String EXECUTION = "0190a000-0000-7000-8000-0000000000aa";
    private static final String WISH = "{\"description\": \"when a lead comes in, answer it within 15 minutes\"}";

    @RegisterExtension
    static final WireMockExtension SERVER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void useTheScript(DynamicPropertyRegistry registry) {
        registry.add("automatrix.gateway.url", SERVER::baseUrl);
        registry.add("automatrix.ai.openai.base-url", () -> SERVER.baseUrl() + "/v1");
        registry.add("automatrix.ai.openai.api-key", () -> "key");
    }

    @BeforeEach
    void standIn() {
        SERVER.stubFor(get("/api/step-types").willReturn(okJson("""
                {"items": [{"type": "human.task", "title": "Task", "description": "Gives a person a task.", "available": true,
                  "handles": ["out"], "configSchema": {"properties": {"title": {}}, "required": ["title"]}, "example": {"title": "Call"}}]}""")));
        SERVER.stubFor(validation("[]"));
        SERVER.stubFor(get(urlPathEqualTo("/api/templates")).willReturn(okJson("""
                {"items": [
                  {"slug": "recall-outreach", "name": "Recall outreach", "summary": "Reaches owners of recalled vehicles.",
                   "description": "Letters and calls until the recall is done.", "parameters": []},
                  {"slug": "first-response", "name": "New internet lead: first response", "summary": "Answers a new lead within minutes.",
                   "description": "Text message or e-mail to a new lead.", "parameters": [
                     {"name": "slaMinutes", "title": "Answer within", "description": "Minutes.", "type": "integer", "minimum": 1}]}]}""")));
        SERVER.stubFor(post("/api/templates/first-response/preview")
                .willReturn(okJson(
                        "{\"name\": \"x\", \"definition\": {\"specVersion\": \"1\", \"nodes\": [], \"edges\": []}}")));
        SERVER.stubFor(get("/api/executions/" + EXECUTION).willReturn(okJson("""
                {"id": "%s", "workflowName": "Leads", "workflowVersion": 2, "status": "FAILED", "trigger": {"kind": "API"},
                 "startedAt": "2026-05-04T09:30:00Z", "finishedAt": "2026-05-04T09:30:02Z", "durationMs": 2000, "paused": false,
                 "error": {"code": "http.unavailable", "message": "It is away.", "nodeId": "ask"}}""".formatted(EXECUTION))));
        SERVER.stubFor(
                get(urlPathEqualTo("/api/executions/" + EXECUTION + "/logs")).willReturn(okJson("""
                {"items": [{"id": "1", "stepRunId": "ask", "nodeId": "ask", "nodeName": "Ask the CRM", "stepType": "http.request",
                  "attempt": 1, "status": "FAILED", "error": {"code": "http.unavailable", "message": "It is away.", "retryable": true},
                  "handles": []}], "nextCursor": null}""")));
    }

    @Test
    void a_model_is_told_what_is_wrong_until_its_draft_is_valid() {
        String answer =
                "{\"name\": \"Leads\", \"explanation\": \"It tells a person.\", \"definition\": {\"nodes\": []}}";
        SERVER.stubFor(says("I cannot do JSON").inScenario("repair").willSetStateTo("second"));
        SERVER.stubFor(
                says(answer).inScenario("repair").whenScenarioStateIs("second").willSetStateTo("third"));
        SERVER.stubFor(validation(
                        "[{\"severity\": \"ERROR\", \"code\": \"x\", \"pointer\": \"/nodes\", \"message\": \"No steps.\"}]")
                .inScenario("repair")
                .whenScenarioStateIs("third")
                .willSetStateTo("fourth"));
        SERVER.stubFor(says(answer).inScenario("repair").whenScenarioStateIs("fourth"));

        Answer draft = Http.as("BUILDER", port).post(DRAFT, WISH);

        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.text("/basis")).isEqualTo("model");
        assertThat(draft.text("/explanation")).isEqualTo("It tells a person.");
        assertThat(draft.json().path("rounds").asInt()).isEqualTo(3);
        SERVER.verify(postRequestedFor(urlEqualTo(CHAT))
                .withRequestBody(containing("/nodes: No steps."))
                .withRequestBody(containing("human.task")));
    }

    @Test
    void without_a_model_the_nearest_template_is_the_draft_and_says_so() {
        SERVER.stubFor(post(CHAT).willReturn(aResponse().withStatus(401).withBody("{}")));

        Answer draft = Http.as("BUILDER", port).post(DRAFT, WISH);

        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.text("/basis")).isEqualTo("template");
        assertThat(draft.text("/template/slug")).isEqualTo("first-response");
        assertThat(draft.text("/alternatives/0/slug")).isEqualTo("recall-outreach");
        assertThat(draft.json().at("/parameters/0/value").asInt()).isEqualTo(15);
        SERVER.verify(postRequestedFor(urlEqualTo("/api/templates/first-response/preview"))
                .withHeader("Authorization", containing("Bearer "))
                .withRequestBody(matchingJsonPath("$.parameters.slaMinutes", equalTo("15"))));
        SERVER.verify(0, postRequestedFor(urlEqualTo("/api/workflows")));
    }

    @Test
    void a_credential_that_is_still_to_be_added_does_not_refuse_a_draft() {
        SERVER.stubFor(post(CHAT).willReturn(aResponse().withStatus(401).withBody("{}")));
        SERVER.stubFor(
                validation(
                        "[{\"severity\": \"ERROR\", \"code\": \"credential.unknown\", \"pointer\": \"/nodes/0\", \"message\": \"No crm.\"}]"));

        Answer draft = Http.as("BUILDER", port).post(DRAFT, WISH);

        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.text("/problems/0/message")).isEqualTo("No crm.");
    }

    @Test
    void a_mistake_that_nobody_mends_is_no_draft() {
        SERVER.stubFor(post(CHAT).willReturn(aResponse().withStatus(401).withBody("{}")));
        SERVER.stubFor(
                validation(
                        "[{\"severity\": \"ERROR\", \"code\": \"graph.cycle\", \"pointer\": \"/edges\", \"message\": \"A circle.\"}]"));

        Answer draft = Http.as("BUILDER", port).post(DRAFT, WISH);

        assertThat(draft.status()).isEqualTo(409);
        assertThat(draft.text("/code")).isEqualTo("ai.no-draft");
    }

    @Test
    void a_model_that_is_to_change_a_workflow_is_shown_it() {
        SERVER.stubFor(says("{\"name\": \"Leads\", \"definition\": {\"nodes\": []}}"));

        Answer draft = Http.as("BUILDER", port).post(DRAFT, """
                {"description": "wait a day before it", "definition": {"specVersion": "1", "edges": [],
                  "nodes": [{"id": "callThem", "type": "human.task"}]}}""");

        assertThat(draft.text("/basis")).isEqualTo("model");
        SERVER.verify(postRequestedFor(urlEqualTo(CHAT)).withRequestBody(containing("callThem")));
    }

    @Test
    void only_builders_draft_and_an_empty_wish_is_refused() {
        assertThat(Http.as("VIEWER", port).post(DRAFT, WISH).status()).isEqualTo(403);
        assertThat(Http.as("BUILDER", port)
                        .post(DRAFT, "{\"description\": \" \"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_execution_is_explained_in_a_models_words_if_it_adds_no_number() {
        SERVER.stubFor(says("It failed because the CRM was away."));

        Answer told = Http.as("VIEWER", port).post(EXPLAIN, "{\"executionId\": \"" + EXECUTION + "\"}");

        assertThat(told.text("/basis")).isEqualTo("model");
        assertThat(told.text("/text")).isEqualTo("It failed because the CRM was away.");
        assertThat(told.text("/failure/stepName")).isEqualTo("Ask the CRM");
    }

    @Test
    void a_model_that_invents_numbers_is_not_believed() {
        SERVER.stubFor(says("It failed 17 times."));

        Answer told = Http.as("VIEWER", port).post(EXPLAIN, "{\"executionId\": \"" + EXECUTION + "\"}");

        assertThat(told.text("/basis")).isEqualTo("log");
        assertThat(told.text("/text"))
                .contains("“Ask the CRM” failed with http.unavailable: It is away.")
                .doesNotContain("17");
    }

    @Test
    void an_execution_that_the_caller_cannot_see_is_not_explained() {
        SERVER.stubFor(
                get("/api/executions/" + EXECUTION)
                        .willReturn(
                                aResponse()
                                        .withStatus(404)
                                        .withHeader("Content-Type", "application/problem+json")
                                        .withBody(
                                                "{\"code\": \"execution.not-found\", \"detail\": \"Expected an execution, but there is none.\"}")));

        Answer told = Http.as("VIEWER", port).post(EXPLAIN, "{\"executionId\": \"" + EXECUTION + "\"}");

        assertThat(told.status()).isEqualTo(404);
        assertThat(told.text("/code")).isEqualTo("execution.not-found");
        assertThat(Http.as("VIEWER", port).post(EXPLAIN, "{}").status()).isEqualTo(400);
    }

    private static MappingBuilder validation(String problems) {
        return post("/api/workflows/validate").willReturn(okJson("{\"problems\": " + problems + "}"));
    }

    private static MappingBuilder says(String text) {
        return post(CHAT)
                .willReturn(okJson(ContractJson.events()
                        .writeValueAsString(Map.of(
                                "id",
                                "1",
                                "object",
                                "chat.completion",
                                "created",
                                1,
                                "model",
                                "test-model",
                                "choices",
                                List.of(Map.of(
                                        "index",
                                        0,
                                        "finish_reason",
                                        "stop",
                                        "message",
                                        Map.of("role", "assistant", "content", text))),
                                "usage",
                                Map.of("prompt_tokens", 1, "completion_tokens", 1, "total_tokens", 2)))));
    }
}
