package com.automatrix.ai.prompt;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.prompt.PromptCase.Expected;
import com.automatrix.ai.prompt.PromptRun.Failure;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in which way an answer is not what a test expects. */
final class Expectations {

    private static final int LONGEST = 200;

    private final SchemaCheck schemas = new SchemaCheck();

    /** None if all is well. */
    List<Failure> failures(Expected expected, AiAnswer answer) {
        List<Failure> failures = new ArrayList<>();
        exactly(expected.exactly(), answer, failures);
        parts(expected, answer, failures);
        if (expected.label() != null && !hasLabel(expected.label(), answer)) {
            failures.add(new Failure(
                    "/expect/label", "Expected the answer to be \"%s\", but it is not.".formatted(expected.label())));
        }
        if (expected.fields() != null) {
            fields(expected.fields(), answer, failures);
        }
        if (expected.schema() != null) {
            schemas.value(expected.schema(), answer.json() == null ? answer.text() : answer.json()).stream()
                    .map(violation -> new Failure(
                            "/expect/schema",
                            "Expected the answer to fit the schema, but at \"%s\": %s"
                                    .formatted(violation.pointer(), violation.message())))
                    .forEach(failures::add);
        }
        return failures;
    }

    private static void exactly(@Nullable String wanted, AiAnswer answer, List<Failure> failures) {
        if (wanted != null && !answer.text().strip().equals(wanted.strip())) {
            failures.add(new Failure("/expect/exactly", "Expected exactly another answer, but it differs."));
        }
    }

    private static void parts(Expected expected, AiAnswer answer, List<Failure> failures) {
        String text = answer.text().toLowerCase(Locale.ROOT);
        List<String> contains = Objects.requireNonNullElse(expected.contains(), List.of());
        for (int i = 0; i < contains.size(); i++) {
            if (!text.contains(contains.get(i).toLowerCase(Locale.ROOT))) {
                failures.add(new Failure(
                        "/expect/contains/" + i,
                        "Expected the answer to contain \"%s\", but it does not.".formatted(contains.get(i))));
            }
        }
        List<String> excludes = Objects.requireNonNullElse(expected.excludes(), List.of());
        for (int i = 0; i < excludes.size(); i++) {
            if (text.contains(excludes.get(i).toLowerCase(Locale.ROOT))) {
                failures.add(new Failure(
                        "/expect/excludes/" + i,
                        "Expected the answer not to contain \"%s\", but it does.".formatted(excludes.get(i))));
            }
        }
    }

    private static boolean hasLabel(String label, AiAnswer answer) {
        return answer.text().strip().equalsIgnoreCase(label)
                || (answer.json() instanceof Map<?, ?> fields
                        && fields.values().stream().anyMatch(value -> label.equalsIgnoreCase(String.valueOf(value))));
    }

    private static void fields(Map<String, @Nullable Object> wanted, AiAnswer answer, List<Failure> failures) {
        if (answer.json() instanceof Map<?, ?>) {
            compare("/expect/fields", wanted, answer.json(), failures);
        } else {
            failures.add(new Failure(
                    "/expect/fields",
                    "Expected an answer with fields, but it is a text: give the prompt an output schema."));
        }
    }

    /** Of objects the fields that are named, of everything else the whole. */
    private static void compare(
            String pointer, @Nullable Object wanted, @Nullable Object actual, List<Failure> failures) {
        if (wanted instanceof Map<?, ?> named && actual instanceof Map<?, ?> object) {
            named.forEach((field, value) -> compare(
                    pointer + "/" + String.valueOf(field).replace("~", "~0").replace("/", "~1"),
                    value,
                    object.get(field),
                    failures));
        } else if (!isSame(wanted, actual)) {
            failures.add(
                    new Failure(pointer, "Expected %s, but it is %s.".formatted(shortened(wanted), shortened(actual))));
        }
    }

    /** 1, 1.0 and 1.00 are one number. */
    private static boolean isSame(@Nullable Object wanted, @Nullable Object actual) {
        if (wanted instanceof Number one && actual instanceof Number other) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return Objects.equals(wanted, actual);
    }

    private static String shortened(@Nullable Object tree) {
        String json = ContractJson.events().writeValueAsString(tree);
        return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "…";
    }
}
