package com.automatrix.workflow.definition;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a schedule gives as input fits the workflow's input schema: else each of its executions would fail at once. */
final class ScheduleInputRule implements Rule {

    private static final String PLANNED_AT = "plannedAt";
    private static final String ANY_TIME = "2026-01-01T00:00:00Z";

    private final SchemaCheck schemas;

    ScheduleInputRule(SchemaCheck schemas) {
        this.schemas = schemas;
    }

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        if (!(examined.draft().fields().get("input") instanceof Map<?, ?> input)) {
            return;
        }
        Map<String, Object> schema = object(input);
        // A schema that is none is reported by itself.
        if (!schemas.schema(schema).isEmpty()) {
            return;
        }
        List<?> triggers = examined.draft().triggers();
        for (int index = 0; index < triggers.size(); index++) {
            if (triggers.get(index) instanceof Map<?, ?> trigger && "schedule".equals(trigger.get("type"))) {
                check(trigger, schema, "/triggers/" + index + "/input", report);
            }
        }
    }

    private void check(Map<?, ?> trigger, Map<String, Object> schema, String pointer, Consumer<Problem> report) {
        for (SchemaViolation violation : schemas.value(schema, given(trigger.get("input")))) {
            report.accept(Problem.error(
                    Codes.SCHEDULE_INPUT_UNFIT,
                    null,
                    violation.under(pointer).pointer(),
                    "The schedule's input does not fit the workflow's input: %s".formatted(violation.message())));
        }
    }

    /** An object is also given the time for which it starts. */
    private static @Nullable Object given(@Nullable Object input) {
        if (input != null && !(input instanceof Map)) {
            return input;
        }
        Map<String, Object> given = new LinkedHashMap<>();
        given.put(PLANNED_AT, ANY_TIME);
        if (input instanceof Map<?, ?> fields) {
            given.putAll(object(fields));
        }
        return given;
    }

    private static Map<String, Object> object(Map<?, ?> fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        fields.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }
}
