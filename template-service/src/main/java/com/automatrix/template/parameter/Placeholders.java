package com.automatrix.template.parameter;

import com.automatrix.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills in placeholders, written {@code [[name]]} in any string.
 *
 * <p>A string that is exactly one placeholder becomes the value with its JSON type. Inside an expression
 * (<code>{{ … }}</code>) the value is put in as a literal: a text in quotes, a list in brackets. Anywhere else it is put
 * in as text. Values are data: none can begin, end or change an expression, and none is filled in itself.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[([a-z][A-Za-z0-9]*)]]");

    /** Where the engine looks for expressions in a definition; what stands elsewhere is text, whatever it looks like. */
    private static final Pattern EVALUATED = Pattern.compile(
            "/nodes/\\d+/(?:compensation/)?config/.*|/triggers/\\d+/filter|/settings/.*", Pattern.DOTALL);

    private final Map<String, Object> values;

    private Placeholders(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * One place where a placeholder stands.
     *
     * @param pointer JSON Pointer (RFC 6901) to the string
     * @param isQuoted whether it is part of a string, a name, a comment or a regular expression in an expression, where a
     *     literal would mean something else
     */
    public record Use(String name, String pointer, boolean isQuoted) {}

    /** A definition with its placeholders filled in; one that has no value is left as it is. */
    public static Map<String, Object> fill(Map<String, Object> definition, Map<String, Object> values) {
        Placeholders placeholders = new Placeholders(values);
        return JsonStrings.replaced(
                definition,
                (pointer, text) -> isEvaluated(pointer) ? placeholders.evaluated(text) : placeholders.data(text));
    }

    /** The same for a document without expressions, such as a test. */
    public static Map<String, Object> fillData(Map<String, Object> document, Map<String, Object> values) {
        Placeholders placeholders = new Placeholders(values);
        return JsonStrings.replaced(document, (pointer, text) -> placeholders.data(text));
    }

    /** Every placeholder of a definition, or of a document without expressions, in its order. */
    public static List<Use> uses(Map<String, Object> document) {
        List<Use> uses = new ArrayList<>();
        JsonStrings.replaced(document, (pointer, text) -> {
            List<ExpressionRange> expressions = isEvaluated(pointer) ? ExpressionRange.in(text) : List.of();
            PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(found -> new Use(
                            found.group(1),
                            pointer,
                            expressions.stream().anyMatch(expression -> expression.isQuoted(found.start()))))
                    .forEach(uses::add);
            return text;
        });
        return uses;
    }

    static boolean isEvaluated(String pointer) {
        return EVALUATED.matcher(pointer).matches();
    }

    private Object data(String text) {
        Matcher whole = PLACEHOLDER.matcher(text);
        return whole.matches() && values.containsKey(whole.group(1))
                ? valueOf(whole.group(1))
                : replaced(text, Placeholders::text);
    }

    private Object evaluated(String text) {
        Matcher whole = PLACEHOLDER.matcher(text);
        if (whole.matches() && values.containsKey(whole.group(1))) {
            return unevaluated(valueOf(whole.group(1)));
        }
        StringBuilder filled = new StringBuilder();
        int end = 0;
        for (ExpressionRange expression : ExpressionRange.in(text)) {
            String before = replaced(text.substring(end, expression.start()), Placeholders::text);
            // A brace of a value must not become the first one of the expression.
            filled.append(before.endsWith("{") ? asExpression(before) : unevaluated(before));
            filled.append(replaced(text.substring(expression.start(), expression.end()), Placeholders::literal));
            end = expression.end();
        }
        return filled.append(unevaluated(replaced(text.substring(end), Placeholders::text)))
                .toString();
    }

    private String replaced(String part, Function<Object, String> form) {
        return PLACEHOLDER
                .matcher(part)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.containsKey(found.group(1)) ? form.apply(valueOf(found.group(1))) : found.group()));
    }

    private Object valueOf(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Expected a value for placeholder %s, but it is null".formatted(name));
        }
        return value;
    }

    /** What the engine takes for this value, also where a text of it looks like an expression. */
    private static Object unevaluated(Object value) {
        return switch (value) {
            case String text when text.contains("{{") -> asExpression(text);
            case List<?> list ->
                list.stream()
                        .<Object>map(element -> element == null ? "" : unevaluated(element))
                        .toList();
            default -> value;
        };
    }

    private static String asExpression(String text) {
        return "{{ " + literal(text) + " }}";
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }

    /** JSON is a subset of what expressions can write down; braces are escaped for those who look for expressions only. */
    private static String literal(Object value) {
        return ContractJson.events()
                .writeValueAsString(value)
                .replace("{", "\\u007b")
                .replace("}", "\\u007d");
    }
}
