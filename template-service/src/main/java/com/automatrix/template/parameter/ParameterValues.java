package com.automatrix.template.parameter;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a person answered into one value for each parameter, or refuses each answer that does not fit. */
@Component
public final class ParameterValues {

    private final SchemaCheck schemas = new SchemaCheck();

    /**
     * Returns the values; an optional parameter without a default and an answer becomes an empty text.
     *
     * @param answers by parameter; one that is null counts as not given
     * @throws Invalid with a violation for each answer, at {@code /parameters/<name>}
     */
    public Map<String, Object> check(List<TemplateParameter> parameters, Map<String, @Nullable Object> answers) {
        Map<String, Object> values = withDefaults(parameters, answers);
        List<Violation> violations = schemas.value(ParameterSchema.of(parameters), values).stream()
                .map(violation -> violation.under("/parameters"))
                .map(violation ->
                        new Violation(violation.pointer(), "parameter." + violation.code(), violation.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new Invalid(
                    "template.invalid-parameters",
                    "Expected a fitting value for each parameter, but %d do not fit.".formatted(violations.size()),
                    violations);
        }
        parameters.forEach(parameter -> values.putIfAbsent(parameter.name(), ""));
        return values;
    }

    /** A value for each parameter by which one sees what a template makes: its default, else its example. */
    public static Map<String, Object> samples(List<TemplateParameter> parameters) {
        Map<String, Object> values = withDefaults(parameters, Map.of());
        parameters.forEach(parameter -> {
            Object example = parameter.example();
            values.putIfAbsent(parameter.name(), example == null ? "" : example);
        });
        return values;
    }

    private static Map<String, Object> withDefaults(
            List<TemplateParameter> parameters, Map<String, @Nullable Object> answers) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (TemplateParameter parameter : parameters) {
            Object answer = answers.get(parameter.name());
            Object value = answer == null ? parameter.defaultValue() : answer;
            if (value != null) {
                values.put(parameter.name(), value);
            }
        }
        answers.forEach((name, answer) -> {
            if (answer != null) {
                values.putIfAbsent(name, answer);
            }
        });
        return values;
    }
}
