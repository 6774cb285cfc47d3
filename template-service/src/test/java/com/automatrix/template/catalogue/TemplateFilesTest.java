package com.automatrix.template.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.template.catalogue.TemplateRules.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The files that come with the product keep to what a person expects of a template. */
class TemplateFilesTest {

    private static final int CARD_WIDTH = 240;
    private static final int CARD_HEIGHT = 100;

    static Stream<TemplateFile> files() {
        TemplateRules rules = new TemplateRules();
        return new TemplateFiles()
                .readAll().stream().map(file -> ((Verdict.Usable) rules.judge(file.json())).template());
    }

    @Test
    void every_part_of_the_dealership_has_one() {
        assertThat(files().map(TemplateFile::category))
                .contains(
                        TemplateCategory.SALES,
                        TemplateCategory.SERVICE,
                        TemplateCategory.PARTS,
                        TemplateCategory.FINANCE,
                        TemplateCategory.SYSTEM);
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_two_steps_lie_over_each_other_and_all_edges_lead_to_the_right(TemplateFile file) {
        List<JsonNode> nodes = list(file, "nodes");
        for (int left = 0; left < nodes.size(); left++) {
            for (int right = left + 1; right < nodes.size(); right++) {
                JsonNode node = nodes.get(left);
                JsonNode other = nodes.get(right);
                assertThat(Math.abs(x(node) - x(other)) >= CARD_WIDTH || Math.abs(y(node) - y(other)) >= CARD_HEIGHT)
                        .as("%s and %s", id(node), id(other))
                        .isTrue();
            }
        }
        Map<String, Integer> columns =
                nodes.stream().collect(Collectors.toMap(TemplateFilesTest::id, TemplateFilesTest::x));
        assertThat(list(file, "edges"))
                .allSatisfy(edge -> assertThat(columns.get(edge.path("target").asString()))
                        .isGreaterThan(columns.get(edge.path("source").asString())));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_step_has_a_name_and_every_worker_step_a_timeout_and_a_way_on_when_it_fails(TemplateFile file) {
        List<String> ofWorkers = list(file, "nodes").stream()
                .filter(node -> node.path("type").asString().startsWith("ai."))
                .filter(node -> node.has("timeout") && node.has("retry"))
                .map(TemplateFilesTest::id)
                .toList();

        assertThat(list(file, "nodes")).allSatisfy(node -> {
            assertThat(node.path("name").asString("")).isNotBlank();
            if (node.path("type").asString().startsWith("ai.")) {
                assertThat(ofWorkers).contains(id(node));
            }
        });
        assertThat(list(file, "edges").stream()
                        .filter(edge -> edge.path("sourceHandle").asString("").equals("error"))
                        .map(edge -> edge.path("source").asString()))
                .containsAll(ofWorkers);
    }

    @ParameterizedTest
    @MethodSource("files")
    @SuppressWarnings("unchecked") // The test fails if it is none.
    void the_input_has_titles_and_examples_that_fit(TemplateFile file) {
        Map<String, Object> input =
                (Map<String, Object>) Objects.requireNonNull(file.definition().get("input"));
        Map<String, Map<String, Object>> properties =
                (Map<String, Map<String, Object>>) Objects.requireNonNull(input.get("properties"));
        List<Object> examples = (List<Object>) Objects.requireNonNull(input.get("examples"));

        assertThat(new SchemaCheck().schema(input)).isEmpty();
        assertThat(properties.values())
                .allSatisfy(property -> assertThat(property).containsKey("title"));
        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThat(new SchemaCheck().value(input, example)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void parameters_have_distinct_names_and_say_what_they_mean(TemplateFile file) {
        Set<String> names = new HashSet<>();
        assertThat(file.parameters()).isNotEmpty().allSatisfy(parameter -> {
            assertThat(names.add(parameter.name())).as(parameter.name()).isTrue();
            assertThat(parameter.title()).isNotBlank();
            assertThat(parameter.description()).endsWith(".");
            assertThat(parameter.example()).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_it_is_good_for_is_said_as_a_figure_and_as_tags(TemplateFile file) {
        assertThat(file.kpi()).endsWith(".");
        assertThat(file.tags()).isNotEmpty().doesNotHaveDuplicates().allMatch(tag -> tag.matches("[a-z][a-z0-9-]*"));
    }

    private static List<JsonNode> list(TemplateFile file, String key) {
        JsonNode definition = ContractJson.events().valueToTree(file.definition());
        return definition.path(key).valueStream().toList();
    }

    private static String id(JsonNode node) {
        return node.path("id").asString();
    }

    private static int x(JsonNode node) {
        return node.at("/position/x").asInt();
    }

    private static int y(JsonNode node) {
        return node.at("/position/y").asInt();
    }
}
