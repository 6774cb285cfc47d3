package com.automatrix.execution.engine;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.schema.SchemaViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code data.validate}: whether a value fits a JSON Schema, each answer by its own handle. */
final class Validating {

    static final String TYPE = "data.validate";

    private static final String VALID = "valid";
    private static final int MOST_VIOLATIONS = 100;

    private Validating() {}

    static void validate(Transition transition, Place place, Map<String, Object> config) {
        List<SchemaViolation> violations = transition.schemas().violations(schema(config), config.get("value"));
        if (violations.stream().anyMatch(SchemaViolation::isOfSchema)) {
            String problem = violations.getFirst().message();
            Failing.fail(transition, place, StepError.permanent("data.unusable-schema", problem));
            return;
        }
        boolean isValid = violations.isEmpty();
        Map<String, Object> output = new LinkedHashMap<>();
        output.put(VALID, isValid);
        output.put(
                "violations",
                violations.stream().limit(MOST_VIOLATIONS).map(Validating::tree).toList());
        Succeeding.inEngine(
                transition, place, new EngineSteps.Result(output, List.of(isValid ? VALID : "invalid"), null));
    }

    private static Map<String, Object> schema(Map<String, Object> config) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (config.get("schema") instanceof Map<?, ?> object) {
            object.forEach((key, value) -> schema.put(String.valueOf(key), value));
        }
        return schema;
    }

    private static Map<String, Object> tree(SchemaViolation violation) {
        return Map.of("pointer", violation.pointer(), "code", violation.code(), "message", violation.message());
    }
}
