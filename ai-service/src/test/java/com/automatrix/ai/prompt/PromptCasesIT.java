package com.automatrix.ai.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.RunningAi;
import com.automatrix.ai.step.StepRequests;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Tests of prompts over real HTTP, with a model that repeats the last message. */
class PromptCasesIT extends RunningAi {

    private static final String FIELDS =
            ",\"outputSchema\":{\"type\":\"object\",\"properties\":{\"urgency\":{\"enum\":[\"high\",\"low\"]},\"comments\":{\"type\":\"string\"}}}";

    @LocalServerPort
    private int port;

    @Autowired
    private List<StepWorker> workers;

    @Autowired
    private Ids ids;

    private Http builder;

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
    }

    @Test
    void a_test_is_written_changed_and_removed_and_has_a_name_of_its_own() {
        String cases = cases(created("case-written", ""));

        Answer added = builder.post(cases, test("repeats", "Blue Civic", "\"contains\":[\"civic\"]"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(builder.post(cases, test("repeats", "x", "")).text("/code")).isEqualTo("prompt.case-name-taken");
        Answer changed = builder.put(cases + "/" + added.text("/id"), test("says it again", "Red Civic", ""));

        JsonNode listed = Http.as("VIEWER", port).get(cases).json();
        assertThat(listed.path("items")).hasSize(1);
        assertThat(listed.at("/items/0")).isEqualTo(changed.json());
        assertThat(changed.text("/test/name")).isEqualTo("says it again");
        assertThat(changed.text("/test/variables/comments")).isEqualTo("Red Civic");
        assertThat(changed.text("/changedBy")).isNotEmpty();
        assertThat(listed.has("lastRun")).isFalse();

        assertThat(builder.delete(cases + "/" + added.text("/id")).status()).isEqualTo(204);
        assertThat(builder.delete(cases + "/" + added.text("/id")).text("/code"))
                .isEqualTo("prompt.case-not-found");
        assertThat(builder.get(cases).json().path("items")).isEmpty();
    }

    @Test
    void a_run_says_what_passed_how_the_others_differ_and_what_it_cost_and_is_kept() {
        String id = created("case-run", "");
        String cases = cases(id);
        builder.post(cases, test("repeats", "Blue Civic", "\"contains\":[\"blue civic\"]"));
        builder.post(cases, test("leaves out", "Blue Civic", "\"excludes\":[\"civic\"],\"label\":\"hot\""));
        builder.post(cases, test("is another", "Blue Civic", "\"exactly\":\"Hello\""));

        JsonNode run = builder.post(cases + "/run", "{\"version\":1,\"model\":\"openai/test-model\"}")
                .json();

        assertThat(run.path("version").asInt()).isEqualTo(1);
        assertThat(run.path("model").asString()).isEqualTo("openai/test-model");
        assertThat(run.at("/usage/promptTokens").asInt()).isEqualTo(3_000);
        assertThat(run.at("/usage/cost").decimalValue()).isEqualByComparingTo("0.009");
        assertThat(run.at("/results/0/passed").asBoolean()).isTrue();
        assertThat(pointers(run.at("/results/1"))).containsExactly("/expect/excludes/0", "/expect/label");
        assertThat(pointers(run.at("/results/2"))).containsExactly("/expect/exactly");
        assertThat(run.at("/results/2/difference").toString())
                .isEqualTo("[{\"change\":\"REMOVED\",\"text\":\"Hello\"},"
                        + "{\"change\":\"ADDED\",\"text\":\"{\\\"comments\\\":\\\"Blue Civic\\\"}\"}]");
        assertThat(Http.as("VIEWER", port).get(cases).json().path("lastRun")).isEqualTo(run);
        assertThat(builder.get("/api/ai/calls?purpose=prompt.test&prompt=" + id)
                        .json()
                        .path("items"))
                .hasSize(3);
    }

    @Test
    void a_draft_is_tested_and_a_test_that_does_not_fit_it_says_so() {
        String cases = cases(created("case-draft", ""));
        builder.post(cases, test("repeats", "Blue Civic", ""));

        JsonNode run = builder.post(
                        cases + "/run",
                        "{\"content\":{\"instructions\":\"Hi\",\"variables\":{\"type\":\"object\",\"required\":[\"stock\"]}}}")
                .json();

        assertThat(run.has("version")).isFalse();
        assertThat(run.at("/results/0/passed").asBoolean()).isFalse();
        assertThat(run.at("/results/0/outcome/code").asString()).isEqualTo("prompt.bad-variables");
        assertThat(pointers(run.at("/results/0"))).allMatch(pointer -> pointer.startsWith("/variables"));
    }

    @Test
    void a_test_of_a_past_call_holds_only_what_the_log_holds_and_can_be_run() {
        String id = created("case-past", FIELDS);
        builder.post("/api/prompts/" + id + "/try", """
                {"variables":{"tone":"kind","urgency":"high","comments":"Ring 514-555-0155"},"models":["test-model"]}""");

        Answer added = builder.post(cases(id) + "/from-call", "{\"callId\":\"%s\"}".formatted(newestCall(id)));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("/test/name")).startsWith("As call ");
        assertThat(added.json().at("/test/variables").toString())
                .isEqualTo("{\"tone\":\"kind\",\"urgency\":\"high\",\"comments\":\"Ring [[PHONE_2]]\"}");
        assertThat(added.json().at("/test/expect").toString()).isEqualTo("{\"fields\":{\"urgency\":\"high\"}}");
        assertThat(added.text("/test/earlier")).contains("[[PHONE_2]]");
        assertThat(added.response().body()).doesNotContain("514-555");

        JsonNode run = builder.post(cases(id) + "/run", "{}").json();
        assertThat(run.at("/results/0/passed").asBoolean()).as(run.toString()).isTrue();
        assertThat(run.at("/results/0/outcome/text").asString()).contains("[[PHONE_2]]");

        String low = added.json().path("test").toString().replace("{\"urgency\":\"high\"}}", "{\"urgency\":\"low\"}}");
        builder.put(cases(id) + "/" + added.text("/id"), low);
        assertThat(builder.post(cases(id) + "/run", "{}")
                        .json()
                        .at("/results/0/failures")
                        .toString())
                .isEqualTo(
                        "[{\"pointer\":\"/expect/fields/urgency\",\"message\":\"Expected \\\"low\\\", but it is \\\"high\\\".\"}]");
    }

    @Test
    void a_test_of_a_step_also_sends_what_the_step_said() throws Exception {
        String id = created("case-step", "");
        StepResult result = workers.stream()
                .filter(worker -> worker.type().equals("ai.generate"))
                .findFirst()
                .orElseThrow()
                .execute(requested(Map.of(
                        "prompt",
                        "Answer in French.",
                        "promptRef",
                        Map.of("id", id),
                        "variables",
                        Map.of("tone", "short"),
                        "text",
                        "Is the Civic there?")));
        assertThat(result).isInstanceOf(StepResult.Success.class);

        JsonNode test = builder.post(
                        cases(id) + "/from-call", "{\"callId\":\"%s\",\"name\":\"French\"}".formatted(newestCall(id)))
                .json()
                .path("test");

        assertThat(test.path("name").asString()).isEqualTo("French");
        assertThat(test.path("variables").toString()).isEqualTo("{\"tone\":\"short\"}");
        assertThat(test.at("/beside/0").toString())
                .isEqualTo("{\"role\":\"INSTRUCTIONS\",\"text\":\"Answer in French.\"}");
        assertThat(test.path("beside").valueStream().toList().getLast().toString())
                .isEqualTo("{\"role\":\"DATA\",\"text\":\"Is the Civic there?\"}");
        assertThat(builder.post(cases(id) + "/run", "{}")
                        .json()
                        .at("/results/0/outcome/text")
                        .asString())
                .isEqualTo("Is the Civic there?");
    }

    @Test
    void only_builders_write_and_what_cannot_be_a_test_is_refused() {
        String id = created("case-refused", "");
        String cases = cases(id);
        Http viewer = Http.as("VIEWER", port);
        assertThat(viewer.post(cases, test("x", "y", "")).status()).isEqualTo(403);
        assertThat(viewer.post(cases + "/run", "{}").status()).isEqualTo(403);
        assertThat(builder.post(cases + "/run", "{}").text("/code")).isEqualTo("prompt.no-cases");
        assertThat(builder.post(cases, test("x", "y", "").replace("kind", "rude"))
                        .violations())
                .containsExactly("/variables/tone prompt.not-allowed");
        assertThat(builder.post(cases, test("x", "y", "\"schema\":{\"type\":\"thing\"}"))
                        .text("/code"))
                .isEqualTo("prompt.invalid-case");
        assertThat(builder.post(cases, "{\"name\":\"x\",\"variables\":{}}").violations())
                .containsExactly("/expect request.not-null");
        assertThat(builder.get(cases(ids.next().toString())).text("/code")).isEqualTo("prompt.not-found");

        String other = created("case-other", "");
        builder.post(
                "/api/prompts/" + other + "/try", "{\"variables\":{\"tone\":\"kind\"},\"models\":[\"test-model\"]}");
        String from = "{\"callId\":\"%s\"}";
        assertThat(builder.post(cases + "/from-call", from.formatted(newestCall(other)))
                        .violations())
                .containsExactly("/callId prompt.foreign-call");
        assertThat(builder.post(cases + "/from-call", from.formatted(ids.next()))
                        .text("/code"))
                .isEqualTo("ai.call-not-found");
        builder.post("/api/prompts/" + other + "/try", """
                {"variables":{},"models":["test-model"],"content":{"instructions":"A draft.","variables":{}}}""");
        assertThat(builder.post(cases(other) + "/from-call", from.formatted(newestCall(other)))
                        .violations())
                .containsExactly("/callId prompt.unreadable-call");
    }

    private StepRequested requested(Map<String, Object> config) {
        return StepRequests.of(ids.next(), "ai.generate", config);
    }

    private String newestCall(String prompt) {
        return builder.get("/api/ai/calls?prompt=" + prompt).text("/items/0/id");
    }

    private static List<String> pointers(JsonNode result) {
        return result.path("failures")
                .valueStream()
                .map(failure -> failure.path("pointer").asString(""))
                .toList();
    }

    private static String test(String name, String comments, String expect) {
        return "{\"name\":\"%s\",\"variables\":{\"tone\":\"kind\",\"comments\":\"%s\"},\"expect\":{%s}}"
                .formatted(name, comments, expect);
    }

    private static String cases(String prompt) {
        return "/api/prompts/" + prompt + "/cases";
    }

    private String created(String name, String more) {
        Answer created = builder.post("/api/prompts", """
                {"name":"%s","content":{"instructions":"Be {{ tone }}. Our phone is 514-555-0190.",
                 "variables":{"type":"object","required":["tone"],"properties":{"tone":{"enum":["kind","short"]},
                   "urgency":{"enum":["high","low"]},"comments":{"type":"string"}}}%s}}""".formatted(name, more));
        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
        return created.text("/id");
    }
}
