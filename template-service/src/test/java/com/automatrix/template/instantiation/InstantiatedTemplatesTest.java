package com.automatrix.template.instantiation;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.template.parameter.ParameterValues;
import com.automatrix.template.parameter.Placeholders;
import com.automatrix.template.parameter.TemplateParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * What each template makes of its defaults and of its examples, compared with the files in
 * {@code src/test/resources/instantiated} and {@code instantiated-tests}. workflow-service's and execution-service's tests
 * judge the same files, so that no service depends on another.
 */
class InstantiatedTemplatesTest {

    private static final String TESTS = "tests";
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path EXPECTED = Path.of("src/test/resources");
    private static final Path ACTUAL = Path.of("target");

    /** @param tests an object, as a template holds them */
    record Instance(
            String name,
            List<TemplateParameter> parameters,
            Map<String, Object> definition,
            Map<String, Object> tests,
            boolean examples) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Instance> instances() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(InstantiatedTemplatesTest::instancesOf)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("instances")
    void a_template_makes_the_expected_definition(Instance instance) throws IOException {
        Map<String, @Nullable Object> answers = new HashMap<>();
        if (instance.examples()) {
            instance.parameters().forEach(parameter -> answers.put(parameter.name(), parameter.example()));
        }

        Map<String, Object> values = new ParameterValues().check(instance.parameters(), answers);
        Map<String, Object> definition = Placeholders.fill(instance.definition(), values);
        Map<String, Object> tests = Placeholders.fillData(instance.tests(), values);

        assertThat(Placeholders.uses(definition)).isEmpty();
        assertThat(Placeholders.uses(tests)).isEmpty();
        write("instantiated/" + instance.name(), definition);
        write("instantiated-tests/" + instance.name(), tests.get(TESTS));
        assertSameAsFile("instantiated/" + instance.name());
        assertSameAsFile("instantiated-tests/" + instance.name());
    }

    private static void write(String name, @Nullable Object tree) throws IOException {
        String actual = ContractJson.events()
                        .writer()
                        .with(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(tree)
                + "\n";
        Files.createDirectories(ACTUAL.resolve(name).getParent());
        Files.writeString(ACTUAL.resolve(name), actual);
    }

    private static void assertSameAsFile(String name) throws IOException {
        assertThat(EXPECTED.resolve(name))
                .as("if the change is meant, copy %s over it", ACTUAL.resolve(name))
                .exists()
                .content()
                .isEqualTo(Files.readString(ACTUAL.resolve(name)));
    }

    private static Stream<Instance> instancesOf(Path file) {
        try {
            JsonNode template = ContractJson.events().readTree(Files.readString(file));
            List<TemplateParameter> parameters =
                    ContractJson.definitions().convertValue(template.get("parameters"), new TypeReference<>() {});
            Map<String, Object> definition =
                    ContractJson.events().convertValue(template.get("definition"), new TypeReference<>() {});
            List<Object> list = template.has(TESTS)
                    ? ContractJson.events().convertValue(template.get(TESTS), new TypeReference<>() {})
                    : List.of();
            Map<String, Object> tests = Map.of(TESTS, list);
            String slug = template.get("slug").asString();
            return Stream.of(
                    new Instance(slug + "--defaults.json", parameters, definition, tests, false),
                    new Instance(slug + "--examples.json", parameters, definition, tests, true));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
