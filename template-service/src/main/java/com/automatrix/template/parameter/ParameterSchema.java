package com.automatrix.template.parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template's parameters as one JSON Schema (draft 2020-12): forms are made of it, and answers are checked with it. */
public final class ParameterSchema {

    private static final String DURATION = "^P(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?$";

    private ParameterSchema() {}

    /** The schema of an object with a field for each parameter; what has a default may be left out. */
    public static Map<String, Object> of(List<TemplateParameter> parameters) {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), of(parameter)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                parameters.stream()
                        .filter(parameter -> parameter.required() && parameter.defaultValue() == null)
                        .map(TemplateParameter::name)
                        .toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    /** The schema of one parameter. */
    public static Map<String, Object> of(TemplateParameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", parameter.title());
        schema.put("description", parameter.description());
        boolean isList = parameter.type() == ParameterType.LIST;
        schema.putAll(of(parameter.type()));
        put(schema, "pattern", parameter.pattern());
        put(schema, "minimum", parameter.minimum());
        put(schema, "maximum", parameter.maximum());
        put(schema, isList ? "minItems" : "minLength", parameter.minLength());
        put(schema, isList ? "maxItems" : "maxLength", parameter.maxLength());
        if (isList) {
            schema.put("items", items(parameter));
        } else {
            put(schema, "enum", values(parameter.options()));
        }
        put(schema, "default", parameter.defaultValue());
        put(schema, "examples", parameter.example() == null ? null : List.of(parameter.example()));
        return schema;
    }

    /** A list without more about its elements is one of texts. */
    private static Map<String, Object> items(TemplateParameter parameter) {
        ListItems items = parameter.items();
        Map<String, Object> schema = new LinkedHashMap<>(of(items == null ? ParameterType.STRING : items.type()));
        if (items != null) {
            put(schema, "pattern", items.pattern());
            put(schema, "minimum", items.minimum());
            put(schema, "maximum", items.maximum());
            put(schema, "minLength", items.minLength());
            put(schema, "maxLength", items.maxLength());
        }
        put(schema, "enum", values(parameter.options()));
        return schema;
    }

    private static @Nullable List<String> values(@Nullable List<ParameterOption> options) {
        return options == null
                ? null
                : options.stream().map(ParameterOption::value).toList();
    }

    private static Map<String, Object> of(ParameterType type) {
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
