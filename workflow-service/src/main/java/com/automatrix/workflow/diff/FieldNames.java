package com.automatrix.workflow.diff;

import com.automatrix.contracts.steptype.StepTypes;
import java.util.Map;
import java.util.Optional;

/** What people call the fields of a step. */
final class FieldNames {

    private static final Map<String, String> OF_EVERY_STEP = Map.of(
            "name", "the name",
            "type", "the type",
            "description", "the description",
            "parent", "the place",
            "retry", "the retries",
            "timeout", "the timeout",
            "join", "the join",
            "cancelOthers", "the join",
            "onError", "what follows an error",
            "compensation", "the compensation");

    private final StepTypes stepTypes;

    FieldNames(StepTypes stepTypes) {
        this.stepTypes = stepTypes;
    }

    /** The field that a change of a step of that type is in. */
    String of(FieldChange change, String stepType) {
        if (!change.field().equals("config")) {
            return OF_EVERY_STEP.getOrDefault(change.field(), "the field \"" + change.field() + "\"");
        }
        String field = change.segment(2);
        return field.isEmpty() ? "the settings" : "\"" + title(stepType, field) + "\"";
    }

    private String title(String stepType, String field) {
        return stepTypes
                .find(stepType)
                .flatMap(type -> field(type.configSchema(), "properties"))
                .flatMap(properties -> field(properties, field))
                .flatMap(property -> field(property, "title"))
                .map(String::valueOf)
                .orElse(field);
    }

    private static Optional<Object> field(Object schema, String name) {
        return schema instanceof Map<?, ?> fields ? Optional.ofNullable(fields.get(name)) : Optional.empty();
    }
}
