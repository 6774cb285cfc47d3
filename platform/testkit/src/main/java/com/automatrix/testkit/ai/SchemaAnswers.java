package com.automatrix.testkit.ai;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Builds documents that fit a JSON Schema out of what stands in a request; the same request gives the same document. */
final class SchemaAnswers {

    private static final int DEEPEST = 12;
    private static final List<Map.Entry<String, Pattern>> KINDS = List.of(
            Map.entry("vin", Pattern.compile("\\b[A-HJ-NPR-Z0-9]{17}\\b")),
            Map.entry("email", Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+")),
            Map.entry("phone", Pattern.compile("\\+?\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]?\\d{4}")),
            Map.entry("date", Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b")),
            Map.entry("price", Pattern.compile("\\$ ?[\\d,]+(?:\\.\\d{2})?")),
            Map.entry("mileage", Pattern.compile("(?i)\\b[\\d,]+(?= ?(?:miles|mi|km)\\b)")),
            Map.entry("year", Pattern.compile("\\b(?:19|20)\\d{2}\\b")));
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

    private final String data;
    private final String instructions;

    SchemaAnswers(Prompt prompt) {
        this.data = prompt.data();
        this.instructions = prompt.instructions();
    }

    Object document(JsonNode schema) {
        Object document = value(schema, "", schema, 0);
        return document == null ? Map.of() : document;
    }

    private @Nullable Object value(JsonNode schema, String name, JsonNode root, int depth) {
        if (schema.has("$ref")) {
            String pointer = schema.path("$ref").asString().substring(1);
            return depth > DEEPEST ? null : value(root.at(pointer), name, root, depth + 1);
        }
        if (schema.has("const")) {
            return plain(schema.path("const"));
        }
        if (schema.has("enum")) {
            String best = best(schema.path("enum"));
            return best == null ? plain(schema.path("enum").path(0)) : best;
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return value(schema.path(choice).path(0), name, root, depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, root, depth);
            case "array" -> array(schema, name, root, depth);
            case "integer" -> number(schema, name).longValue();
            case "number" -> number(schema, name);
            case "boolean" -> false;
            case "null" -> null;
            default -> text(schema, name);
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.path(0).asString("string");
        }
        return type.asString(schema.has("properties") ? "object" : schema.has("items") ? "array" : "string");
    }

    private Map<String, @Nullable Object> object(JsonNode schema, JsonNode root, int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Set<String> required = names(schema.path("required"));
        schema.path("properties").properties().forEach(property -> {
            boolean needed = required.contains(property.getKey());
            if (needed || (depth < DEEPEST && isFound(property.getValue(), property.getKey()))) {
                object.put(
                        property.getKey(),
                        needed && isNullable(property.getValue()) && !isFound(property.getValue(), property.getKey())
                                ? null
                                : value(property.getValue(), property.getKey(), root, depth + 1));
            }
        });
        return object;
    }

    private static Set<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static boolean isNullable(JsonNode schema) {
        return schema.path("type")
                .valueStream()
                .anyMatch(type -> type.asString("").equals("null"));
    }

    /** Whether the request holds something for a field that may be left out. */
    private boolean isFound(JsonNode schema, String name) {
        if (schema.has("enum")) {
            return best(schema.path("enum")) != null;
        }
        return found(name, schema.path("format").asString("")) != null;
    }

    private List<@Nullable Object> array(JsonNode schema, String name, JsonNode root, int depth) {
        JsonNode items = schema.path("items");
        int least = schema.path("minItems").asInt(0);
        List<@Nullable Object> array = new ArrayList<>();
        if (least > 0 || hasMatchingChoice(items)) {
            do {
                array.add(value(items, name, root, depth + 1));
            } while (array.size() < least);
        }
        return array;
    }

    private boolean hasMatchingChoice(JsonNode items) {
        if (items.has("enum")) {
            return best(items.path("enum")) != null;
        }
        return items.path("properties")
                .valueStream()
                .anyMatch(property -> property.has("enum") && best(property.path("enum")) != null);
    }

    private Number number(JsonNode schema, String name) {
        if (name.toLowerCase(Locale.ROOT).contains("confidence")) {
            return 0.9;
        }
        String found = found(name, "");
        double least = schema.path("minimum").asDouble(0);
        if (found == null) {
            return least;
        }
        Matcher number = NUMBER.matcher(found);
        double value = number.find() ? Double.parseDouble(number.group().replace(",", "")) : least;
        double most = schema.path("maximum").asDouble(Double.MAX_VALUE);
        return Math.clamp(value, least, Math.max(least, most));
    }

    private String text(JsonNode schema, String name) {
        String found = found(name, schema.path("format").asString(""));
        String text = found == null ? Prose.sentence(data) : found;
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return text.substring(0, Math.min(text.length(), longest));
    }

    /** What of the request belongs to a field of that name. */
    private @Nullable String found(String name, String format) {
        String known = (name + " " + format).toLowerCase(Locale.ROOT);
        for (var kind : KINDS) {
            boolean isMileage = kind.getKey().equals("mileage") && known.contains("odometer");
            if (known.contains(kind.getKey()) || isMileage) {
                Matcher match = kind.getValue().matcher(data);
                return match.find() ? match.group() : null;
            }
        }
        Matcher labelled = Pattern.compile("(?i)\"?" + Pattern.quote(name) + "\"?\\s*[:=]\\s*\"?([^\"\\n,;.]{1,80})")
                .matcher(data);
        return name.isEmpty() || !labelled.find() ? null : labelled.group(1).strip();
    }

    /** The choice with most words in common with the request; null if none has any. */
    private @Nullable String best(JsonNode choices) {
        Set<String> words = words(data);
        String best = null;
        long most = 0;
        for (JsonNode choice : choices) {
            String name = choice.asString("");
            long common = words(name + " " + help(name)).stream()
                    .filter(words::contains)
                    .count();
            if (common > most) {
                most = common;
                best = name;
            }
        }
        return best;
    }

    /** What the instructions say of a choice, in a line {@code - choice: …}. */
    private String help(String choice) {
        return instructions
                .lines()
                .filter(line -> line.startsWith("- " + choice))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                .filter(word -> word.length() > 3)
                .collect(Collectors.toSet());
    }

    private static @Nullable Object plain(JsonNode node) {
        return node.isString()
                ? node.asString()
                : node.isBoolean() ? node.asBoolean() : node.isNumber() ? node.numberValue() : null;
    }
}
