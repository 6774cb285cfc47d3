package com.automatrix.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.type.TypeReference;

/** The golden examples of the contracts are judged as their file names say. */
class ContractExamplesTest {

    private static final DefinitionValidator VALIDATOR = new DefinitionValidator(StepTypes.builtIn());

    /** Whether a type or another part can be executed yet is not what the valid examples are about. */
    private static final DefinitionValidator ONCE_ALL_IS_AVAILABLE =
            new DefinitionValidator(StepTypes.of(StepTypes.builtIn().all().stream()
                    .map(ContractExamplesTest::available)
                    .toList()));

    record Example(String name, Map<String, Object> definition) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> valid() throws IOException {
        return examples("valid");
    }

    static Stream<Example> invalid() throws IOException {
        return examples("invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_valid_example_has_no_error(Example example) {
        List<String> errors = ONCE_ALL_IS_AVAILABLE.problems(example.definition()).stream()
                .filter(Problem::isError)
                .map(Problem::code)
                .distinct()
                .toList();

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void an_invalid_example_has_the_problem_in_its_name(Example example) {
        String code = example.name().substring(0, example.name().indexOf("--"));

        assertThat(VALIDATOR.problems(example.definition()))
                .extracting(Problem::code)
                .contains(code);
    }

    @Test
    void every_code_of_the_validator_has_an_example() throws Exception {
        Set<String> codes = invalid()
                .map(example -> example.name().substring(0, example.name().indexOf("--")))
                .collect(Collectors.toSet());

        for (Field code : Codes.class.getDeclaredFields()) {
            // All built-in types can be executed.
            boolean isOfOtherTypes = Codes.STEP_TYPE_UNAVAILABLE.equals(code.get(null));
            if (!code.isSynthetic() && !isOfOtherTypes) {
                assertThat(codes).contains(String.valueOf(code.get(null)));
            }
        }
    }

    private static Stream<Example> examples(String folder) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:contracts/examples/definition/" + folder + "/*.json");
        assertThat(files).hasSizeGreaterThan(10);
        return Stream.of(files).map(ContractExamplesTest::read);
    }

    private static Example read(Resource file) {
        try {
            String json = file.getContentAsString(StandardCharsets.UTF_8);
            return new Example(
                    Objects.requireNonNull(file.getFilename()),
                    ContractJson.events().readValue(json, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static StepType available(StepType type) {
        return new StepType(
                type.type(),
                type.category(),
                type.title(),
                type.description(),
                type.icon(),
                type.worker(),
                type.configSchema(),
                type.outputSchema(),
                List.copyOf(type.handles()),
                type.dynamicHandles(),
                type.example(),
                true);
    }
}
