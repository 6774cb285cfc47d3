package com.automatrix.testkit.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScriptedAiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CHAT = "/chat/completions";
    private static final String QUESTION =
            "{\"role\":\"system\",\"content\":\"Answer.\"},{\"role\":\"user\",\"content\":\"Is the Forte still there for"
                    + " $18,500? Call 555-867-5309 or write to marie@example.com. VIN 1HGCM82633A004352, 41,000 miles.\"}";

    private final ScriptedAi server = ScriptedAi.start(0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503})
    void a_status_is_given_as_it_was_asked_for(int status) throws Exception {
        HttpResponse<String> answer = post(CHAT, chat("scripted-" + status, ""));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 429);
        assertThat(JSON.readTree(answer.body()).at("/error/message").asString()).contains(String.valueOf(status));
    }

    @Test
    void who_asks_for_a_workflow_gets_one_and_who_has_one_gets_it_back_with_more() throws Exception {
        String asked = "{\"role\":\"system\",\"content\":\"It must fit {\\\"title\\\": \\\"WorkflowDefinition\\\"}\"},"
                + "{\"role\":\"user\",\"content\":\"When a lead comes in, wait two days and call them.\"}";
        String current =
                ",{\"role\":\"user\",\"content\":\"{\\\"nodes\\\":[{\\\"id\\\":\\\"doIt\\\",\\\"type\\\":\\\"human.task\\\"}],\\\"edges\\\":[]}\"}";

        JsonNode fresh = draft(asked);
        JsonNode changed = draft(asked + current);

        assertThat(fresh.at("/triggers/0/eventType").asString()).isEqualTo("com.automatrix.lead.received.v1");
        assertThat(fresh.at("/nodes/0/config/duration").asString()).isEqualTo("P2D");
        assertThat(fresh.at("/edges/0").toString()).isEqualTo("{\"source\":\"wait\",\"target\":\"doIt\"}");
        assertThat(changed.path("nodes")
                        .valueStream()
                        .map(node -> node.path("id").asString()))
                .containsExactly("doIt", "wait", "doIt3");
    }

    private JsonNode draft(String messages) throws Exception {
        String body = "{\"model\":\"any\",\"messages\":[" + messages + "]}";
        String answer = JSON.readTree(post(CHAT, body).body())
                .at("/choices/0/message/content")
                .asString();
        return JSON.readTree(answer).path("definition");
    }

    @ParameterizedTest
    @CsvSource({
        "ok, stop",
        "empty, stop",
        "truncated, length",
        "refused, content_filter",
        "not-json, stop",
        "wrong-schema, stop",
        "invented, stop",
        "forbidden, stop",
        "delay-1, stop"
    })
    void an_answer_ends_as_its_script_says(String script, String finish) throws Exception {
        JsonNode answer =
                JSON.readTree(post(CHAT, chat("scripted-" + script, "")).body());

        assertThat(answer.at("/choices/0/finish_reason").asString()).isEqualTo(finish);
        assertThat(answer.at("/usage/prompt_tokens").asInt()).isPositive();
        assertThat(server.asked().getFirst().script()).isEqualTo(script);
        assertThat(server.mostAtOnce()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong-then-right", "invented-then-right"})
    void a_second_answer_is_better_than_the_first(String script) throws Exception {
        String first = content(chat("scripted-" + script, ""));
        String second = content("""
                {"model": "scripted-%s", "messages": [%s, {"role": "assistant", "content": "x"}, {"role": "user", "content": "No."}]}""".formatted(script, QUESTION));

        assertThat(first).matches("(?s).*(unexpected|12,345).*");
        assertThat(second).doesNotContain("unexpected", "12,345").isNotBlank();
    }

    @Test
    void half_an_answer_and_no_json_are_sent_as_they_are() throws Exception {
        assertThatThrownBy(() -> post(CHAT, chat("scripted-cut", ""))).isInstanceOf(IOException.class);
        assertThat(post(CHAT, chat("scripted-malformed", "")).body()).endsWith("[{");
        assertThat(post(CHAT, chat("scripted-malformed", ", \"stream\": true")).body())
                .startsWith("data: ");
    }

    @Test
    void a_document_fits_the_schema_and_holds_what_the_data_say() throws Exception {
        String schema = """
                , "response_format": {"type": "json_schema", "json_schema": {"name": "lead", "schema": {
                  "type": "object", "required": ["vin", "email", "phone", "price", "mileage", "intent", "tags", "urgent"],
                  "properties": {
                    "vin": {"type": "string"}, "email": {"type": "string"}, "phone": {"type": "string"},
                    "price": {"type": "number"}, "mileage": {"type": "integer"}, "urgent": {"type": "boolean"},
                    "intent": {"enum": ["price", "service"]}, "tags": {"type": "array", "items": {"$ref": "#/$defs/tag"}},
                    "basis": {"const": "text"}, "note": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
                  "$defs": {"tag": {"type": "string"}}}}}""";

        JsonNode document = JSON.readTree(content(chat("scripted-ok", schema)));

        assertThat(document.path("vin").asString()).isEqualTo("1HGCM82633A004352");
        assertThat(document.path("email").asString()).isEqualTo("marie@example.com");
        assertThat(document.path("mileage").asInt()).isEqualTo(41_000);
        assertThat(document.path("urgent").isBoolean()).isTrue();
        assertThat(document.path("intent").asString()).isIn("price", "service");
        assertThat(document.path("tags").isArray()).isTrue();
    }

    @Test
    void a_tool_is_called_once_and_its_result_answered() throws Exception {
        String tools = """
                , "tools": [{"type": "function", "function": {"name": "stock", "parameters": {"type": "object",
                  "required": ["vin"], "properties": {"vin": {"type": "string"}}}}}]""";

        JsonNode first = JSON.readTree(post(CHAT, chat("scripted-ok", tools)).body());
        String done = chat("scripted-ok", tools)
                .replace(QUESTION, QUESTION + ",{\"role\":\"tool\",\"content\":\"{\\\"inStock\\\":true}\"}");

        assertThat(first.at("/choices/0/message/tool_calls/0/function/name").asString())
                .isEqualTo("stock");
        assertThat(content(done)).isNotBlank();
    }

    @Test
    void a_stream_says_the_same_as_a_whole_answer() throws Exception {
        String whole = content(chat("scripted-ok", ""));
        String streamed = post(CHAT, chat("scripted-ok", ", \"stream\": true"))
                .body()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> JSON.readTree(line.substring("data: ".length()))
                        .at("/choices/0/delta/content")
                        .asString(""))
                .collect(Collectors.joining());

        assertThat(streamed).isEqualTo(whole);
    }

    @Test
    void the_other_interface_says_the_same() throws Exception {
        String body = """
                {"model": "scripted-ok", "instructions": "Answer.", "input": "Is it there?"%s}""";

        HttpResponse<String> whole = post("/responses", body.formatted(""));
        HttpResponse<String> streamed = post("/responses", body.formatted(", \"stream\": true"));

        assertThat(JSON.readTree(whole.body()).path("status").asString()).isEqualTo("completed");
        assertThat(streamed.body()).contains("response.output_text.delta", "response.completed");
    }

    @Test
    void what_is_queued_comes_first_and_a_fixed_reply_to_its_text() throws Exception {
        server.next("429").reply("Forte", "It is sold.");

        assertThat(post(CHAT, chat("scripted-ok", "")).statusCode()).isEqualTo(429);
        assertThat(content(chat("any-model", ""))).isEqualTo("It is sold.");
        server.reset();
        assertThat(server.asked()).isEmpty();
        assertThat(content(chat("any-model", ""))).isNotEqualTo("It is sold.");
    }

    @Test
    void what_it_does_not_know_is_refused() throws Exception {
        assertThat(post("/embeddings", "{}").statusCode()).isEqualTo(404);
        assertThat(post(CHAT, "{").statusCode()).isEqualTo(400);
        HttpRequest models =
                HttpRequest.newBuilder(URI.create(server.url() + "/models")).build();
        assertThat(client.send(models, BodyHandlers.ofString()).body()).contains("scripted-wrong-then-right");
    }

    private String content(String body) throws Exception {
        return JSON.readTree(post(CHAT, body).body())
                .at("/choices/0/message/content")
                .asString("");
    }

    private static String chat(String model, String more) {
        return "{\"model\": \"%s\", \"messages\": [%s]%s}".formatted(model, QUESTION, more);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
