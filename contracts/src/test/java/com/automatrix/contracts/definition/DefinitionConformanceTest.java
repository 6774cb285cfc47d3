package com.automatrix.contracts.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.contracts.Examples;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class DefinitionConformanceTest {

    private static final SchemaCheck CHECK = new SchemaCheck();
    private static final String SCHEMA_CODES = "definition.";

    static List<Path> valid() {
        return Examples.in("examples/definition/valid");
    }

    static List<Path> invalid() {
        return Examples.in("examples/definition/invalid");
    }

    static Stream<Path> invalidBySchema() {
        return invalid().stream().filter(file -> code(file).startsWith(SCHEMA_CODES));
    }

    static Stream<Path> invalidByGraph() {
        return invalid().stream().filter(file -> !code(file).startsWith(SCHEMA_CODES));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_valid_example_passes_the_schema(Path file) {
        assertThat(CHECK.definition(Examples.read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_valid_example_binds_and_writes_back_to_the_same_tree(Path file) {
        JsonNode tree = Examples.read(file);

        WorkflowDefinition definition = ContractJson.definitions().treeToValue(tree, WorkflowDefinition.class);

        assertThat(ContractJson.definitions()
                        .readTree(ContractJson.definitions().writeValueAsString(definition)))
                .isEqualTo(tree);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_valid_example_is_equal_to_itself_after_a_round_trip(Path file) {
        WorkflowDefinition definition =
                ContractJson.definitions().readValue(Examples.text(file), WorkflowDefinition.class);

        String written = ContractJson.definitions().writeValueAsString(definition);

        assertThat(ContractJson.events().readValue(written, WorkflowDefinition.class))
                .isEqualTo(definition);
    }

    @ParameterizedTest
    @MethodSource("invalidBySchema")
    void an_invalid_example_is_refused_with_the_code_in_its_name_and_no_other(Path file) {
        List<SchemaViolation> violations = CHECK.definition(Examples.read(file));

        assertThat(violations).extracting(SchemaViolation::code).containsOnly(code(file));
        assertThat(violations).hasSize(1);
        assertThat(violations.getFirst().message()).startsWith("Expected ").endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("invalidByGraph")
    void what_only_the_graph_forbids_passes_the_schema(Path file) {
        JsonNode tree = Examples.read(file);

        assertThat(CHECK.definition(tree)).isEmpty();
        assertThat(ContractJson.definitions().treeToValue(tree, WorkflowDefinition.class))
                .isNotNull();
    }

    @Test
    void the_readme_lists_exactly_the_codes_that_have_an_example() {
        String readme = Examples.text(Examples.CONTRACTS.resolve("examples/definition/invalid/README.md"));

        List<String> listed = readme.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", -1)[1])
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(invalid().stream()
                        .map(DefinitionConformanceTest::code)
                        .distinct()
                        .toList());
    }

    @Test
    void the_trigger_kinds_are_the_permitted_ones_and_those_of_the_schema() {
        JsonSubTypes declared = Trigger.class.getAnnotation(JsonSubTypes.class);
        JsonNode schema = Examples.read(Examples.CONTRACTS.resolve("schema/workflow-definition.schema.json"));

        assertThat(Arrays.stream(declared.value()).map(JsonSubTypes.Type::value))
                .containsExactlyInAnyOrder(Trigger.class.getPermittedSubclasses());
        assertThat(Arrays.stream(declared.value()).map(JsonSubTypes.Type::name))
                .containsExactlyElementsOf(schema.at("/$defs/trigger/oneOf")
                        .valueStream()
                        .map(branch -> branch.path("$ref").stringValue().substring(1))
                        .map(pointer ->
                                schema.at(pointer + "/properties/type/const").stringValue())
                        .toList());
    }

    @Test
    void an_unknown_field_is_refused_when_a_definition_is_read_and_ignored_in_an_event() {
        String json = "{\"specVersion\":\"1\",\"triggers\":[],\"nodes\":[],\"edges\":[],\"colour\":\"red\"}";

        assertThatThrownBy(() -> ContractJson.definitions().readValue(json, WorkflowDefinition.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("colour");
        assertThat(ContractJson.events()
                        .readValue(json, WorkflowDefinition.class)
                        .nodes())
                .isEmpty();
    }

    private static String code(Path file) {
        return Examples.name(file).split("--", -1)[0];
    }
}
