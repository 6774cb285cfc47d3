package com.automatrix.workflow.definition;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The definition fits its schema, the schema of its input is one, and every config fits its step type's schema. */
final class SchemaRule implements Rule {

    private static final Pattern NODE_POINTER = Pattern.compile("/nodes/(\\d+)(?:/.*)?");

    private final SchemaCheck schemas;

    SchemaRule(SchemaCheck schemas) {
        this.schemas = schemas;
    }

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        Map<?, ?> definition = examined.draft().fields();
        for (SchemaViolation violation : schemas.definition(definition)) {
            report.accept(problem(violation.code(), nodeAt(violation.pointer(), examined.draft()), violation));
        }
        if (definition.get("input") instanceof Map<?, ?> schema) {
            schemas.schema(object(schema)).stream()
                    .map(violation -> violation.under("/input"))
                    .forEach(violation -> report.accept(problem(Codes.INPUT_SCHEMA_INVALID, null, violation)));
        }
        examined.draft().nodes().forEach(node -> checkConfig(node, examined, report));
    }

    private void checkConfig(DraftNode node, Examined examined, Consumer<Problem> report) {
        config(node.id(), node.type(), node.fields(), node.pointer(), examined, report);
        if (node.fields().get("compensation") instanceof Map<?, ?> compensation
                && compensation.get("type") instanceof String type) {
            config(node.id(), type, compensation, node.pointer() + "/compensation", examined, report);
        }
    }

    private void config(
            String nodeId, String type, Map<?, ?> step, String pointer, Examined examined, Consumer<Problem> report) {
        Map<String, Object> config = step.get("config") instanceof Map<?, ?> object ? object(object) : Map.of();
        examined.stepTypes()
                .find(type)
                .ifPresent(known -> Stream.concat(
                                schemas.config(known.configSchema(), config).stream(),
                                schemasIn(config, known.configSchema()))
                        .map(violation -> violation.under(pointer + "/config"))
                        .forEach(violation -> report.accept(problem(Codes.CONFIG_INVALID, nodeId, violation))));
    }

    /** What is wrong with the schemas that are written in a config. */
    private Stream<SchemaViolation> schemasIn(Map<String, Object> config, Map<String, Object> configSchema) {
        return config.entrySet().stream()
                .filter(field -> field.getValue() instanceof Map && isSchema(configSchema, field.getKey()))
                .flatMap(field -> schemas.schema(object((Map<?, ?>) field.getValue())).stream()
                        .map(violation -> violation.under(Pointer.child("", field.getKey()))));
    }

    private static boolean isSchema(Map<String, Object> configSchema, String field) {
        return configSchema.get("properties") instanceof Map<?, ?> properties
                && properties.get(field) instanceof Map<?, ?> property
                && property.get("x-ui") instanceof Map<?, ?> hints
                && "schema".equals(hints.get("widget"));
    }

    private static Problem problem(String code, @Nullable String nodeId, SchemaViolation violation) {
        return Problem.error(code, nodeId, violation.pointer(), violation.message());
    }

    private static @Nullable String nodeAt(String pointer, Draft draft) {
        Matcher matcher = NODE_POINTER.matcher(pointer);
        if (!matcher.matches() || !(draft.fields().get("nodes") instanceof List<?> nodes)) {
            return null;
        }
        int index = Integer.parseInt(matcher.group(1));
        return index < nodes.size() && nodes.get(index) instanceof Map<?, ?> node && node.get("id") instanceof String id
                ? id
                : null;
    }

    @SuppressWarnings("NullAway") // A JSON tree may hold nulls; the contracts' maps do not say so.
    private static Map<String, Object> object(Map<?, ?> fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        fields.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
    }
}
