package com.automatrix.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.steptype.StepTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes with the product is sound: the demo's workflows, and what template-service makes of its templates. */
class TemplateFilesTest {

    private static final DefinitionValidator VALIDATOR = new DefinitionValidator(StepTypes.builtIn());

    /** Written by template-service's own test: each template filled in with its defaults and with its examples. */
    private static final Path INSTANTIATED = Path.of("../template-service/src/test/resources/instantiated");

    private static final Path DEMO = Path.of("src/main/resources/demo/workflows");

    static Stream<Path> instantiated() throws IOException {
        return files(INSTANTIATED).stream();
    }

    static Stream<Path> demo() throws IOException {
        return files(DEMO).stream();
    }

    @ParameterizedTest
    @MethodSource("instantiated")
    void a_template_makes_a_workflow_without_any_problem_but_steps_that_cannot_run_yet(Path file) throws IOException {
        assertThat(VALIDATOR.problems(read(file)))
                .filteredOn(problem -> problem.severity() != Severity.HINT)
                .filteredOn(problem -> !problem.code().equals(Codes.STEP_TYPE_UNAVAILABLE))
                // Which credentials a dealership has is its own matter.
                .filteredOn(problem -> !problem.code().equals(Codes.CREDENTIAL_UNKNOWN))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("demo")
    void a_workflow_of_the_demo_has_no_problem(Path file) throws IOException {
        assertThat(VALIDATOR.problems(read(file).get("definition"))).isEmpty();
    }

    @Test
    void sales_service_and_parts_are_all_there() throws IOException {
        assertThat(files(INSTANTIATED)).hasSizeGreaterThanOrEqualTo(6);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return Definitions.read(Files.readString(file));
    }
}
