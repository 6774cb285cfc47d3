package com.automatrix.workflow.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.workflow.Examples;
import com.automatrix.workflow.Examples.Example;
import com.automatrix.workflow.RunningService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class ExchangeIT {

    private static final String TEST = """
            {"name": "It ends", "input": {"b": 1, "a": [null]}, "expect": {"status": "COMPLETED"}}""";

    @LocalServerPort
    private int port;

    private Http builder;

    static Stream<Example> valid() {
        return Examples.valid();
    }

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void what_is_exported_is_imported_as_it_was(Example example) throws Exception {
        String made = builder.post("/api/workflows", """
                {"name": "Ünï 漢 🚗", "category": "PARTS", "description": "One\\nTwo ", "definition": %s, "tests": [%s]}""".formatted(example.json(), TEST))
                .header("Location");

        for (String format : List.of("json", "yaml")) {
            Answer exported = builder.get(made + "/export?format=" + format);
            Answer imported = imported(format, exported.response().body());

            assertThat(imported.status()).isEqualTo(201);
            assertThat(imported.json().path("definition"))
                    .isEqualTo(builder.get(made).json().path("definition"))
                    .isEqualTo(ContractJson.events().readTree(example.json()));
            assertThat(builder.get(imported.header("Location") + "/export?format=" + format)
                            .response()
                            .body())
                    .isEqualTo(exported.response().body());
        }
    }

    @Test
    void an_export_is_a_file_that_is_named_after_the_workflow() {
        String made = builder.post("/api/workflows", "{\"name\": \"Hot lead: 1st call!\", \"definition\": {}}")
                .header("Location");

        Answer json = builder.get(made + "/export");
        Answer yaml = builder.get(made + "/export?format=yaml");

        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.header("Content-Disposition")).contains("filename=\"hot-lead-1st-call.json\"");
        assertThat(json.text("/category")).isEqualTo("OTHER");
        assertThat(json.json().has("description")).isFalse();
        assertThat(yaml.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(yaml.response().body()).startsWith("name: \"Hot lead: 1st call!\"\ncategory: OTHER\n");
        assertThat(builder.get(made + "/export?format=xml").violations())
                .containsExactly("?format request.unknown-format");
    }

    @Test
    void a_version_is_exported_as_it_was_published() throws Exception {
        String made = imported("yaml", """
                        name: First
                        definition:
                          specVersion: "1"
                          nodes:
                            - {id: a, type: data.transform, config: {value: 1}}
                          edges: []
                        """).header("Location");
        builder.post(made + "/publish", "{}");
        builder.put(made, "*", "{\"name\": \"Second\", \"definition\": {}}");

        assertThat(builder.get(made + "/export?version=1").text("/name")).isEqualTo("First");
        assertThat(builder.get(made + "/export?version=1").text("/definition/nodes/0/id"))
                .isEqualTo("a");
        assertThat(builder.get(made + "/export").text("/name")).isEqualTo("Second");
        assertThat(builder.get(made + "/export?version=2").text("/code")).isEqualTo("workflow.unknown-version");
    }

    @Test
    void what_cannot_be_read_is_named_with_its_line_and_column() throws Exception {
        Answer json = imported("json", "{\n  \"name\": \"x\",\n  \"definition\": {\"nodes\": [}\n}");
        Answer yaml = imported("yaml", "name: x\ndefinition:\n  nodes: [\n  edges: []\n");
        Answer alias = imported("yaml", "name: x\ndefinition:\n  a: &a {}\n  b: *a\n");

        assertThat(json.status()).isEqualTo(400);
        assertThat(json.text("/code")).isEqualTo("request.malformed-json");
        assertThat(json.text("/detail")).contains("line 3, column 2");
        assertThat(yaml.status()).isEqualTo(400);
        assertThat(yaml.text("/code")).isEqualTo("request.malformed-yaml");
        assertThat(yaml.text("/detail")).contains("at line ").contains(", column ");
        assertThat(alias.text("/code")).isEqualTo("request.yaml-alias");
        assertThat(alias.text("/detail")).contains("*a at line 4, column 6");
    }

    @Test
    void what_does_not_fit_is_refused_at_its_place() throws Exception {
        Answer refused = imported("yaml", "name: ''\ncolour: red\ndefinition: {}\ntests: [5]\n");
        Answer blank = imported("yaml", "name: ''\ndefinition: {}\n");

        assertThat(refused.violations()).contains("/colour request.unknown-field", "/tests/0 request.wrong-type");
        assertThat(blank.violations()).anyMatch(violation -> violation.startsWith("/name "));
        assertThat(imported("yaml", "").text("/code")).isEqualTo("request.missing-body");
        assertThat(imported("json", "[]").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml"})
    void ten_megabytes_are_too_much(String format) throws Exception {
        String large =
                "{\"name\": \"x\", \"definition\": {\"nodes\": [], \"note\": \"" + "x".repeat(10_000_000) + "\"}}";
        String larger =
                "{\"name\": \"x\", \"definition\": {\"nodes\": [], \"note\": \"" + "x".repeat(2_000_000) + "\"}}";

        assertThat(imported(format, large).text("/code")).isEqualTo("request.too-large");
        assertThat(imported(format, larger).text("/code")).isEqualTo("workflow.too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml"})
    void odd_ids_and_texts_are_problems_of_a_draft_and_no_failures(String format) throws Exception {
        String odd = """
                {"name": "x", "definition": {"specVersion": "1", "nodes": [
                  {"id": "", "type": "data.transform"}, {"id": "ü 漢/~\\"'<&", "type": "data.transform"},
                  {"id": "same", "type": "data.transform"}, {"id": "same", "type": "data.transform"},
                  {"id": "\\u0000\\u0007\\ud800", "type": "\\u202e", "name": "\\ufffe"}],
                 "edges": [{"source": "same", "target": "same"}, {"source": "ü 漢/~\\"'<&", "target": "same"}]}}""";

        Answer made = imported(format, odd);
        Answer exported = builder.get(made.header("Location") + "/export?format=" + format);
        Answer diagram = builder.get(made.header("Location") + "/diagram.svg");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json()
                        .path("problems")
                        .valueStream()
                        .map(problem -> problem.path("code").asString("")))
                .contains("graph.duplicate-node");
        assertThat(exported.status()).isEqualTo(200);
        assertThat(imported(format, exported.response().body()).status()).isEqualTo(201);
        assertThat(diagram.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml"})
    void a_nul_character_in_a_name_is_named_and_no_failure(String format) throws Exception {
        Answer refused = imported(format, "{\"name\": \"a\\u0000b\", \"definition\": {}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/code")).isEqualTo("request.nul-character");
    }

    @Test
    void who_may_do_what() throws Exception {
        String made = builder.post("/api/workflows", "{\"name\": \"x\", \"definition\": {}}")
                .header("Location");
        Http viewer = Http.as("VIEWER", port);

        assertThat(viewer.get(made + "/export").status()).isEqualTo(200);
        assertThat(viewer.post("/api/workflows/import", "{\"name\": \"x\", \"definition\": {}}")
                        .status())
                .isEqualTo(403);
        assertThat(builder.get("/api/workflows/0190a000-0000-7000-8000-00000000dead/export")
                        .text("/code"))
                .isEqualTo("workflow.not-found");
    }

    private Answer imported(String format, String body) throws Exception {
        return new Answer(builder.client()
                .send(
                        builder.to("/api/workflows/import")
                                .setHeader("Content-Type", "application/" + format)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString()));
    }
}
