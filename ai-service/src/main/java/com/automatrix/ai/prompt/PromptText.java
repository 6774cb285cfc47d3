package com.automatrix.ai.prompt;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.provider.Message;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a prompt and values into messages. A value that somebody could write freely never becomes a part of the
 * instructions: those may name only variables with a closed set of values.
 */
final class PromptText {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}}");
    private static final Set<String> CLOSED_TYPES = Set.of("number", "integer", "boolean");

    private final SchemaCheck schemas = new SchemaCheck();

    /** @throws Invalid {@code prompt.invalid} with each place that is wrong */
    void check(PromptContent content) {
        List<Violation> violations = new ArrayList<>();
        of(schemas.schema(content.variables()), "/content/variables", violations);
        if (content.outputSchema() != null) {
            of(schemas.schema(content.outputSchema()), "/content/outputSchema", violations);
        }
        for (String name : placeholders(content)) {
            Object variable = properties(content).get(name);
            if (variable == null) {
                violations.add(new Violation(
                        "/content/instructions",
                        "prompt.unknown-variable",
                        "Expected {{ %s }} to be a variable of the prompt, but there is none of that name."
                                .formatted(name)));
            } else if (!isClosed(variable)) {
                violations.add(new Violation(
                        "/content/instructions",
                        "prompt.free-text-in-instructions",
                        "Expected {{ %s }} to be a number, true or false, or one of a list, but anybody can write anything into it. Leave it out: it is sent as data."
                                .formatted(name)));
            }
        }
        if (!violations.isEmpty()) {
            throw new Invalid("prompt.invalid", "Expected a prompt that can be used, but it cannot.", violations);
        }
    }

    /**
     * The messages for these values.
     *
     * @throws Invalid {@code prompt.bad-variables} if they do not fit the variables
     */
    List<Message> messages(PromptContent content, Map<String, @Nullable Object> values) {
        List<Violation> violations = new ArrayList<>();
        of(schemas.value(content.variables(), values), "/variables", violations);
        if (!violations.isEmpty()) {
            throw new Invalid(
                    "prompt.bad-variables",
                    "Expected values that fit the prompt's variables, but they do not.",
                    violations);
        }
        String instructions = PLACEHOLDER
                .matcher(content.instructions())
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(values.get(found.group(1)))));
        Map<String, @Nullable Object> data = new LinkedHashMap<>(values);
        data.keySet().removeAll(placeholders(content));
        return data.isEmpty()
                ? List.of(Message.instructions(instructions))
                : List.of(
                        Message.instructions(instructions),
                        Message.data(ContractJson.events().writeValueAsString(data)));
    }

    /** The call that a prompt makes with these values; see {@link #messages}. */
    AiCall call(String purpose, Origin origin, PromptContent content, Map<String, @Nullable Object> values) {
        return AiCall.of(purpose, origin, messages(content, values))
                .withSchema(content.outputSchema())
                .withModel(content.model())
                .withLimits(content.maxTokens(), content.temperature(), null);
    }

    /** The variables that stand in the instructions, with their schemas. */
    static Map<String, Object> inInstructions(PromptContent content) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String name : placeholders(content)) {
            Object schema = properties(content).get(name);
            variables.put(name, schema == null ? Map.of() : schema);
        }
        return variables;
    }

    private static Set<String> placeholders(PromptContent content) {
        Set<String> names = new LinkedHashSet<>();
        PLACEHOLDER.matcher(content.instructions()).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static Map<?, ?> properties(PromptContent content) {
        return content.variables().get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
    }

    private static boolean isClosed(Object variable) {
        return variable instanceof Map<?, ?> schema
                && (schema.get("enum") instanceof List<?>
                        || schema.containsKey("const")
                        || (schema.get("type") instanceof String type && CLOSED_TYPES.contains(type)));
    }

    private static void of(List<SchemaViolation> found, String below, List<Violation> violations) {
        for (SchemaViolation violation : found) {
            violations.add(
                    new Violation(below + violation.pointer(), "prompt." + violation.code(), violation.message()));
        }
    }
}
