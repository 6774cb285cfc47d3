package com.automatrix.template.instantiation;

import com.automatrix.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills in placeholders, written {@code [[name]]} in any string of a definition.
 *
 * <p>A string that is exactly one placeholder becomes the value with its JSON type. Inside an expression
 * (<code>{{ … }}</code>) the value is put in as a literal: a text in quotes, a list in brackets; so no value can change
 * what the expression does. Anywhere else it is put in as text.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[([a-z][A-Za-z0-9]*)]]");

    private final Map<String, Object> values;

    private Placeholders(Map<String, Object> values) {
        this.values = values;
    }

    /** @param values one for each placeholder; one that has none is left as it is */
    @SuppressWarnings("unchecked") // An object stays an object.
    static Map<String, Object> fill(Map<String, Object> definition, Map<String, Object> values) {
        return (Map<String, Object>) new Placeholders(values).object(definition);
    }

    /** Returns the names of the placeholders in a definition. */
    static Set<String> in(@Nullable Object tree) {
        Set<String> names = new LinkedHashSet<>();
        collect(tree, names);
        return names;
    }

    private static void collect(@Nullable Object tree, Set<String> names) {
        switch (tree) {
            case String text -> PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
            case Map<?, ?> object -> object.values().forEach(child -> collect(child, names));
            case List<?> list -> list.forEach(child -> collect(child, names));
            case null, default -> {}
        }
    }

    private @Nullable Object value(@Nullable Object tree) {
        return switch (tree) {
            case String text -> string(text);
            case Map<?, ?> object -> object(object);
            case List<?> list -> list(list);
            case null -> null;
            default -> tree;
        };
    }

    private Map<?, ?> object(Map<?, ?> object) {
        Map<Object, @Nullable Object> filled = new LinkedHashMap<>();
        object.forEach((key, child) -> filled.put(key, value(child)));
        return filled;
    }

    private List<?> list(List<?> list) {
        List<@Nullable Object> filled = new ArrayList<>();
        list.forEach(child -> filled.add(value(child)));
        return filled;
    }

    private Object string(String text) {
        Matcher whole = PLACEHOLDER.matcher(text);
        if (whole.matches() && values.containsKey(whole.group(1))) {
            return valueOf(whole.group(1));
        }
        StringBuilder filled = new StringBuilder();
        int end = 0;
        for (ExpressionRange expression : ExpressionRange.in(text)) {
            filled.append(replaced(text.substring(end, expression.start()), Placeholders::text));
            filled.append(replaced(text.substring(expression.start(), expression.end()), Placeholders::literal));
            end = expression.end();
        }
        return filled.append(replaced(text.substring(end), Placeholders::text)).toString();
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

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }

    /** JSON is a subset of what expressions can write down. */
    private static String literal(Object value) {
        return ContractJson.events().writeValueAsString(value);
    }
}
