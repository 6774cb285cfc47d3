package com.automatrix.template.instantiation;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import com.automatrix.template.catalogue.ListItems;
import com.automatrix.template.catalogue.ParameterOption;
import com.automatrix.template.catalogue.ParameterType;
import com.automatrix.template.catalogue.TemplateParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a person answered into one value for each parameter, or refuses each answer that does not fit. */
@Component
class ParameterValues {

    private static final String DURATION = "^P(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d{1,9})?S)?)?$";

    private final SchemaCheck schemas = new SchemaCheck();

    /**
     * Returns the values; an optional parameter without a default and an answer becomes an empty text.
     *
     * @param answers by parameter; one that is null counts as not given
     * @throws Invalid with a violation for each answer, at {@code /parameters/<name>}
     */
    Map<String, Object> check(List<TemplateParameter> parameters, Map<String, @Nullable Object> answers) {
        Map<String, Object> values = withDefaults(parameters, answers);
        List<Violation> violations = new ArrayList<>();
        schemas.value(schema(parameters), values).stream()
                .map(violation -> violation.under("/parameters"))
                .forEach(violation -> violations.add(
                        new Violation(violation.pointer(), "parameter." + violation.code(), violation.message())));
        values.forEach((name, value) -> refuseExpressions("/parameters/" + name, value, violations));
        if (!violations.isEmpty()) {
            throw new Invalid(
                    "template.invalid-parameters",
                    "Expected a fitting value for each parameter, but %d do not fit.".formatted(violations.size()),
                    violations);
        }
        parameters.forEach(parameter -> values.putIfAbsent(parameter.name(), ""));
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

    /** The definition's expressions are the template's; an answer is never one. */
    private static void refuseExpressions(String pointer, Object value, List<Violation> violations) {
        if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                Object element = list.get(index);
                if (element != null) {
                    refuseExpressions(pointer + "/" + index, element, violations);
                }
            }
        } else if (value instanceof String text && (text.contains("{{") || text.contains("}}"))) {
            violations.add(new Violation(
                    pointer,
                    "parameter.not-allowed",
                    "Expected a text without {{ and }}, but it has some: they are for expressions."));
        }
    }

    private static Map<String, Object> schema(List<TemplateParameter> parameters) {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), schema(parameter)));
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                parameters.stream()
                        .filter(TemplateParameter::required)
                        .map(TemplateParameter::name)
                        .toList(),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> schema(TemplateParameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>(schema(parameter.type()));
        put(schema, "pattern", parameter.pattern());
        put(schema, "minimum", parameter.minimum());
        put(schema, "maximum", parameter.maximum());
        boolean isList = parameter.type() == ParameterType.LIST;
        put(schema, isList ? "minItems" : "minLength", parameter.minLength());
        put(schema, isList ? "maxItems" : "maxLength", parameter.maxLength());
        List<ParameterOption> options = parameter.options();
        if (options != null) {
            schema.put("enum", options.stream().map(ParameterOption::value).toList());
        }
        ListItems items = parameter.items();
        if (items != null) {
            schema.put("items", schema(items));
        }
        return schema;
    }

    private static Map<String, Object> schema(ListItems items) {
        Map<String, Object> schema = new LinkedHashMap<>(schema(items.type()));
        put(schema, "pattern", items.pattern());
        put(schema, "minimum", items.minimum());
        put(schema, "maximum", items.maximum());
        put(schema, "minLength", items.minLength());
        put(schema, "maxLength", items.maxLength());
        return schema;
    }

    private static Map<String, Object> schema(ParameterType type) {
        return switch (type) {
            case STRING, ENUM -> Map.of("type", "string");
            case NUMBER -> Map.of("type", "number");
            case INTEGER -> Map.of("type", "integer");
            case BOOLEAN -> Map.of("type", "boolean");
            case DURATION -> Map.of("type", "string", "format", "duration", "pattern", DURATION);
            case LIST -> Map.of("type", "array");
        };
    }

    private static void put(Map<String, Object> schema, String keyword, @Nullable Object value) {
        if (value != null) {
            schema.put(keyword, value);
        }
    }
}
