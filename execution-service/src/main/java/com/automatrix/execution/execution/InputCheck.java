package com.automatrix.execution.execution;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses inputs that are too large or do not fit the workflow's input schema. */
@Component
class InputCheck {

    private static final String INPUT_POINTER = "/input";

    private final ExecutionProperties properties;
    private final SchemaCheck schemas;

    InputCheck(ExecutionProperties properties, SchemaCheck schemas) {
        this.properties = properties;
        this.schemas = schemas;
    }

    void refuseTooLarge(@Nullable String json) {
        long limit = properties.maxInput().toBytes();
        // A character is at least a byte: most inputs need not be encoded to be measured.
        if (json != null && (json.length() > limit || json.getBytes(StandardCharsets.UTF_8).length > limit)) {
            throw new TooLarge(
                    "execution.input-too-large",
                    "Expected an input of at most %d bytes, but it is larger.".formatted(limit));
        }
    }

    void refuseViolations(PublishedVersion version, @Nullable Object input) {
        Map<String, Object> schema = version.definition().input();
        if (schema == null) {
            return;
        }
        List<Violation> violations = schemas.value(schema, input).stream()
                .map(found -> found.under(INPUT_POINTER))
                .map(found -> new Violation(found.pointer(), "input." + found.code(), found.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new Invalid(
                    "execution.invalid-input",
                    "Expected an input that fits the workflow's input schema, but it does not.",
                    violations);
        }
    }
}
