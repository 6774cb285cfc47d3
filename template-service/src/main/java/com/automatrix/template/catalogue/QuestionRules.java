package com.automatrix.template.catalogue;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.platform.problem.Violation;
import com.automatrix.template.parameter.ParameterSchema;
import com.automatrix.template.parameter.Placeholders;
import com.automatrix.template.parameter.Placeholders.Use;
import com.automatrix.template.parameter.TemplateParameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every placeholder is asked for, every question is used, and what a question says of its answers fits together. */
final class QuestionRules {

    private final SchemaCheck schemas;

    QuestionRules(SchemaCheck schemas) {
        this.schemas = schemas;
    }

    List<Violation> violations(TemplateFile template) {
        List<Violation> violations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> used =
                Placeholders.uses(template.definition()).stream().map(Use::name).collect(Collectors.toSet());
        for (int index = 0; index < template.parameters().size(); index++) {
            TemplateParameter parameter = template.parameters().get(index);
            String pointer = "/parameters/" + index;
            if (!names.add(parameter.name())) {
                violations.add(new Violation(
                        pointer + "/name",
                        "template.duplicate-parameter",
                        "Expected a name of its own for each parameter, but %s is there twice."
                                .formatted(parameter.name())));
            }
            if (!used.contains(parameter.name())) {
                violations.add(new Violation(
                        pointer,
                        "template.unused-parameter",
                        "Expected [[%s]] in the definition, but the answer is used nowhere."
                                .formatted(parameter.name())));
            }
            violations.addAll(answers(parameter, pointer));
        }
        violations.addAll(places("/definition", template.definition(), names));
        for (int index = 0; index < template.tests().size(); index++) {
            violations.addAll(places("/tests/" + index, template.tests().get(index), names));
        }
        return violations;
    }

    private List<Violation> answers(TemplateParameter parameter, String pointer) {
        Map<String, Object> schema = ParameterSchema.of(parameter);
        List<Violation> unusable = at(pointer, schemas.schema(schema));
        if (!unusable.isEmpty()) {
            return unusable;
        }
        List<Violation> violations = new ArrayList<>();
        if (parameter.required() && parameter.defaultValue() == null && parameter.example() == null) {
            violations.add(new Violation(
                    pointer,
                    "template.missing-example",
                    "Expected a default or an example of %s, but there is neither.".formatted(parameter.name())));
        }
        violations.addAll(value(schema, parameter.defaultValue(), pointer + "/default"));
        violations.addAll(value(schema, parameter.example(), pointer + "/example"));
        return violations;
    }

    private List<Violation> value(Map<String, Object> schema, @Nullable Object value, String pointer) {
        return value == null ? List.of() : at(pointer, schemas.value(schema, value));
    }

    private static List<Violation> at(String pointer, List<SchemaViolation> violations) {
        return violations.stream()
                .map(violation -> new Violation(
                        pointer + violation.pointer(), "parameter." + violation.code(), violation.message()))
                .toList();
    }

    private static List<Violation> places(String pointer, Map<String, Object> document, Set<String> declared) {
        List<Violation> violations = new ArrayList<>();
        for (Use use : Placeholders.uses(document)) {
            if (!declared.contains(use.name())) {
                violations.add(new Violation(
                        pointer + use.pointer(),
                        "template.undeclared-parameter",
                        "Expected [[%s]] to be a parameter of the template, but there is none of that name."
                                .formatted(use.name())));
            }
            if (use.isQuoted()) {
                violations.add(new Violation(
                        pointer + use.pointer(),
                        "template.quoted-parameter",
                        "Expected [[%s]] outside of quotes, comments and regular expressions, but it is within: it becomes a text with quotes by itself, to be joined with &."
                                .formatted(use.name())));
            }
        }
        return violations;
    }
}
