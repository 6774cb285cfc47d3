package com.automatrix.contracts.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.Examples;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class TestCaseConformanceTest {

    private static final SchemaCheck CHECK = new SchemaCheck();

    static List<Path> examples() {
        return Examples.in("examples/test-case");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_passes_the_schema_binds_and_writes_back_to_the_same_tree(Path file) {
        JsonNode tree = Examples.read(file);

        TestCase test = ContractJson.definitions().treeToValue(tree, TestCase.class);

        assertThat(CHECK.testCase(tree)).isEmpty();
        assertThat(ContractJson.definitions()
                        .readTree(ContractJson.definitions().writeValueAsString(test)))
                .isEqualTo(tree);
    }

    @Test
    void a_test_that_expects_nothing_or_answers_with_output_and_error_is_refused() {
        var test = Map.of(
                "name",
                "Nothing",
                "mocks",
                Map.of(
                        "call",
                        List.of(Map.of(
                                "output",
                                1,
                                "error",
                                Map.of("code", "a.b", "message", "Failed.", "retryable", false)))),
                "expect",
                Map.of());

        assertThat(CHECK.testCase(test))
                .extracting(SchemaViolation::pointer)
                .containsExactlyInAnyOrder("/mocks/call/0", "/expect");
    }
}
