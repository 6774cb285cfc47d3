package com.automatrix.execution.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.contracts.testcase.TestCase;
import com.automatrix.execution.expression.JsonataExpressions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The templates that come with the product do what their own tests say, filled in with their defaults. */
class TemplateTestsTest {

    /** Written by template-service's own test: what it makes of each template, and of the template's tests. */
    private static final Path DEFINITIONS = Path.of("../template-service/src/test/resources/instantiated");

    private static final Path TESTS = Path.of("../template-service/src/test/resources/instantiated-tests");

    private static final SchemaCheck SCHEMAS = new SchemaCheck();
    private static final Simulator SIMULATOR =
            new Simulator(new JsonataExpressions(), SCHEMAS, StepTypes.builtIn()::find);

    record Case(String template, JsonNode test) {

        @Override
        public String toString() {
            return template + ": " + test.path("name").asString();
        }
    }

    static Stream<Case> cases() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files
                    .filter(file -> file.toString().endsWith("--defaults.json"))
                    .sorted()
                    .flatMap(TemplateTestsTest::casesOf)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_template_passes_its_test(Case test) throws IOException {
        assertThat(SCHEMAS.testCase(test.test())).isEmpty();
        WorkflowDefinition definition = ContractJson.definitions()
                .readValue(Files.readString(DEFINITIONS.resolve(test.template())), WorkflowDefinition.class);

        TestResult result = SIMULATOR
                .trial(test.template(), definition)
                .run(ContractJson.definitions().treeToValue(test.test(), TestCase.class), Map.of());

        assertThat(result.failures()).isEmpty();
    }

    private static Stream<Case> casesOf(Path file) {
        try {
            return ContractJson.events()
                    .readTree(Files.readString(file))
                    .valueStream()
                    .map(test -> new Case(file.getFileName().toString(), test));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
