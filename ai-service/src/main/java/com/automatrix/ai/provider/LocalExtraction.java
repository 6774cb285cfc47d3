package com.automatrix.ai.provider;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills in the fields of a schema whose names or formats say that they are facts that can be found by rules. */
final class LocalExtraction {

    private LocalExtraction() {}

    /** What a field is by its name and format. */
    private enum Kind {
        VIN("vins?"),
        EMAIL("e ?mails?"),
        PHONE("(?:tele)?phones?|mobile|cell|tel"),
        MILEAGE("mileage|odometer|miles"),
        PRICE("prices?|amount|payment|budget"),
        DATE("dates?|days?");

        private final Pattern words;

        Kind(String words) {
            this.words = Pattern.compile("\\b(?:" + words + ")\\b");
        }

        static @Nullable Kind of(String name, @Nullable Object schema) {
            String format = schema instanceof Map<?, ?> map ? String.valueOf(map.get("format")) : "";
            String said = (name + " " + format)
                    .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z]+", " ");
            return Arrays.stream(values())
                    .filter(kind -> kind.words.matcher(said).find())
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * The fields that were found; others are left out, or null where the schema takes that.
     *
     * @throws ProviderException {@code ai.unsupported} when the schema has a field of another kind
     */
    static Map<String, @Nullable Object> of(String text, Map<String, Object> schema, Instant now) {
        if (!(schema.get("properties") instanceof Map<?, ?> properties) || properties.isEmpty()) {
            throw unsupported("its schema has no fields");
        }
        List<String> unknown = properties.entrySet().stream()
                .filter(field -> Kind.of(String.valueOf(field.getKey()), field.getValue()) == null)
                .map(field -> String.valueOf(field.getKey()))
                .toList();
        if (!unknown.isEmpty()) {
            throw unsupported("it cannot find " + String.join(", ", unknown));
        }
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        properties.forEach((name, field) -> {
            Object value = value(text, String.valueOf(name), field, now);
            if (value != null || is(field, "null")) {
                found.put(String.valueOf(name), value);
            }
        });
        return found;
    }

    private static @Nullable Object value(String text, String name, Object schema, Instant now) {
        Map<?, ?> field = schema instanceof Map<?, ?> map ? map : Map.of();
        if (is(field, "array")) {
            Map<?, ?> items = field.get("items") instanceof Map<?, ?> map ? map : Map.of();
            return values(text, name, items, now);
        }
        List<Object> values = values(text, name, field, now);
        return values.isEmpty() ? null : values.getFirst();
    }

    private static List<Object> values(String text, String name, Map<?, ?> field, Instant now) {
        Kind kind = Kind.of(name, field);
        if (kind == null) {
            return List.of();
        }
        return switch (kind) {
            case VIN -> new ArrayList<>(FoundFacts.vins(text));
            case EMAIL -> new ArrayList<>(FoundFacts.emails(text));
            case PHONE -> new ArrayList<>(FoundFacts.phones(text));
            case PRICE -> numbers(FoundFacts.prices(text), field);
            case MILEAGE -> numbers(FoundFacts.mileages(text), field);
            case DATE -> new ArrayList<>(dates(text, field, now));
        };
    }

    private static List<String> dates(String text, Map<?, ?> field, Instant now) {
        boolean withTime = "date-time".equals(field.get("format"));
        return FoundFacts.dates(text, now).stream()
                .map(date -> withTime
                        ? date.toString()
                        : date.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .toList();
    }

    private static List<Object> numbers(List<BigDecimal> numbers, Map<?, ?> field) {
        boolean asText = is(field, "string");
        boolean whole = is(field, "integer");
        List<Object> values = new ArrayList<>();
        numbers.forEach(
                number -> values.add(asText ? number.toPlainString() : whole ? (Object) number.longValue() : number));
        return values;
    }

    private static boolean is(@Nullable Object schema, String type) {
        Object types = schema instanceof Map<?, ?> field ? field.get("type") : null;
        return type.equals(types) || (types instanceof List<?> several && several.contains(type));
    }

    private static ProviderException unsupported(String because) {
        return ProviderException.lasting(
                "ai.unsupported",
                "Expected fields that can be found without a language model (VIN, phone, e-mail, date, price, mileage), but "
                        + because + ".",
                null);
    }
}
