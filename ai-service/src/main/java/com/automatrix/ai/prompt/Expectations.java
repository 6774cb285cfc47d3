package com.automatrix.ai.prompt;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.contracts.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Says in which way an answer is not what a test expects. */
final class Expectations {

    private final SchemaCheck schemas = new SchemaCheck();

    /** Sentences; none if all is well. */
    List<String> failures(PromptCase expected, AiAnswer answer) {
        List<String> failures = new ArrayList<>();
        String text = answer.text().toLowerCase(Locale.ROOT);
        for (String part : Objects.requireNonNullElse(expected.contains(), List.<String>of())) {
            if (!text.contains(part.toLowerCase(Locale.ROOT))) {
                failures.add("Expected the answer to contain \"%s\", but it does not.".formatted(part));
            }
        }
        for (String part : Objects.requireNonNullElse(expected.excludes(), List.<String>of())) {
            if (text.contains(part.toLowerCase(Locale.ROOT))) {
                failures.add("Expected the answer not to contain \"%s\", but it does.".formatted(part));
            }
        }
        if (expected.schema() != null) {
            schemas.value(expected.schema(), answer.json() == null ? answer.text() : answer.json()).stream()
                    .map(violation -> "Expected the answer to fit the schema, but at \"%s\": %s"
                            .formatted(violation.pointer(), violation.message()))
                    .forEach(failures::add);
        }
        if (expected.label() != null && !hasLabel(expected.label(), answer)) {
            failures.add("Expected the answer to be \"%s\", but it is not.".formatted(expected.label()));
        }
        return failures;
    }

    private static boolean hasLabel(String label, AiAnswer answer) {
        return answer.text().strip().equalsIgnoreCase(label)
                || (answer.json() instanceof Map<?, ?> fields
                        && fields.values().stream().anyMatch(value -> label.equalsIgnoreCase(String.valueOf(value))));
    }
}
