package com.automatrix.template.catalogue;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.platform.problem.Violation;
import com.automatrix.template.parameter.ParameterValues;
import com.automatrix.template.parameter.Placeholders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** Judges templates as documents: those that come with the product and those that people save. */
@Component
final class TemplateRules {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final Map<String, Object> SCHEMA = schema();

    private final SchemaCheck schemas = new SchemaCheck();
    private final QuestionRules questions = new QuestionRules(schemas);

    sealed interface Verdict {

        /** A template from which workflows can be made. */
        record Usable(TemplateFile template) implements Verdict {}

        /** What keeps it from being one, each at its pointer in the document. */
        record Unusable(List<Violation> violations) implements Verdict {
            public Unusable {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Judges a document as text. */
    Verdict judge(String json) {
        try {
            return judge(ContractJson.definitions().readValue(json, TREE));
        } catch (JacksonException e) {
            return new Verdict.Unusable(List.of(new Violation(
                    "",
                    "template.malformed",
                    "Expected a template as a JSON object, but it cannot be read: " + e.getOriginalMessage())));
        }
    }

    /** Judges a document; one that says no version is a first one. */
    Verdict judge(Map<String, Object> document) {
        Map<String, Object> versioned = new LinkedHashMap<>(document);
        versioned.putIfAbsent("version", 1);
        List<Violation> misshapen = schemas.value(SCHEMA, versioned).stream()
                .map(violation ->
                        new Violation(violation.pointer(), "template." + violation.code(), violation.message()))
                .toList();
        if (!misshapen.isEmpty()) {
            return new Verdict.Unusable(misshapen);
        }
        TemplateFile template = ContractJson.definitions().convertValue(versioned, TemplateFile.class);
        List<Violation> violations = Stream.of(
                        questions.violations(template),
                        whatIsMade(template),
                        DuplicateIds.in(template.definition()),
                        tests(template))
                .flatMap(List::stream)
                .distinct()
                .toList();
        return violations.isEmpty() ? new Verdict.Usable(template) : new Verdict.Unusable(violations);
    }

    /** The definition with the defaults filled in has to be one. */
    private List<Violation> whatIsMade(TemplateFile template) {
        Map<String, Object> definition =
                Placeholders.fill(template.definition(), ParameterValues.samples(template.parameters()));
        return under("/definition", schemas.definition(definition));
    }

    private List<Violation> tests(TemplateFile template) {
        Map<String, Object> samples = ParameterValues.samples(template.parameters());
        List<Violation> violations = new ArrayList<>(IntStream.range(
                        0, template.tests().size())
                .mapToObj(index -> under(
                        "/tests/" + index,
                        schemas.testCase(Placeholders.fillData(template.tests().get(index), samples))))
                .flatMap(List::stream)
                .toList());
        Set<Object> names = new HashSet<>();
        for (int index = 0; index < template.tests().size(); index++) {
            Object name = template.tests().get(index).get("name");
            if (name != null && !names.add(name)) {
                violations.add(new Violation(
                        "/tests/%d/name".formatted(index),
                        "template.duplicate-test",
                        "Expected a name of its own for each test, but %s is there twice.".formatted(name)));
            }
        }
        return violations;
    }

    private static List<Violation> under(String pointer, List<SchemaViolation> violations) {
        return violations.stream()
                .map(violation -> violation.under(pointer))
                .map(violation -> new Violation(violation.pointer(), violation.code(), violation.message()))
                .toList();
    }

    private static Map<String, Object> schema() {
        try (InputStream file =
                Objects.requireNonNull(TemplateRules.class.getResourceAsStream("/template.schema.json"))) {
            return ContractJson.definitions().readValue(file, TREE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
