package com.automatrix.ai.eval;

import com.automatrix.ai.eval.Result.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Facts that stand in a text: none may be missing, none invented. */
final class ExtractionGroup implements Group {

    private static final int PHONE_DIGITS = 10;

    /** What each field means. */
    private static final Map<String, String> FIELDS = fields();

    private final List<ExtractionItem> items;

    ExtractionGroup(List<ExtractionItem> items) {
        this.items = List.copyOf(items);
    }

    /** A text and the facts in it; a field that is not named is not there. */
    record ExtractionItem(String id, String lang, String text, Map<String, String> expected) {

        ExtractionItem {
            expected = Map.copyOf(expected);
        }
    }

    @Override
    public String name() {
        return "extraction";
    }

    @Override
    public Result run(Subject subject) {
        Found possible = possible(subject);
        if (possible.fields().isEmpty()) {
            return new Result(
                    name(), items.size(), new Tally(), List.of(), possible.notPossible(), items.size(), List.of());
        }
        Answers<ExtractionItem, Map<String, Object>> answers =
                Answers.of(items, item -> subject.extract(item.text(), schema(possible.fields())));
        Tally tally = new Tally();
        List<String> misses = new ArrayList<>();
        int invented = 0;
        for (var answer : answers.all()) {
            for (String field : possible.fields()) {
                if (answer.answer() != null) {
                    invented += compare(answer.item(), field, answer.answer(), tally, misses);
                } else if (answer.item().expected().containsKey(field)) {
                    tally.add(field, new Tally.Score(0, 0, 1));
                }
            }
        }
        List<Bar> bars = List.of(
                Bar.target("F1 of its fields", tally.ofAll(possible.fields()).f1(), 0.9),
                Bar.none(Bar.Kind.TARGET, "invented VINs and numbers", invented));
        return new Result(name(), items.size(), tally, bars, possible.notPossible(), answers.unanswered(), misses);
    }

    /** The fields that the subject can look for, and why not for all. */
    private record Found(SortedSet<String> fields, @Nullable String notPossible) {}

    private Found possible(Subject subject) {
        SortedSet<String> all = new TreeSet<>(FIELDS.keySet());
        String why = whyNot(subject, all);
        if (why == null) {
            return new Found(all, null);
        }
        all.removeIf(field -> whyNot(subject, Set.of(field)) != null);
        return new Found(all, why);
    }

    private @Nullable String whyNot(Subject subject, Set<String> fields) {
        try {
            subject.extract(items.getFirst().text(), schema(fields));
            return null;
        } catch (Subject.NotPossibleException e) {
            return e.getMessage();
        } catch (Subject.NoAnswerException e) {
            return null;
        }
    }

    /** How many values were made up: one or none. */
    private static int compare(
            ExtractionItem item, String field, Map<String, Object> found, Tally tally, List<String> misses) {
        String expected = item.expected().get(field);
        String value = text(found.get(field));
        boolean isSame =
                expected != null && value != null && plain(field, expected).equals(plain(field, value));
        if (isSame) {
            tally.add(field, new Tally.Score(1, 0, 0));
        } else if (expected != null || value != null) {
            tally.add(field, new Tally.Score(0, value == null ? 0 : 1, expected == null ? 0 : 1));
            misses.add("%s %s expected %s, found %s: %s".formatted(item.id(), field, expected, value, item.text()));
        }
        return value != null && isInvented(field, value, item.text()) ? 1 : 0;
    }

    private static boolean isInvented(String field, String value, String text) {
        return switch (field) {
            case "vin" -> !text.toUpperCase(Locale.ROOT).contains(value.toUpperCase(Locale.ROOT));
            case "phone" -> !digits(text).contains(plain(field, value));
            default -> false;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    private static String plain(String field, String value) {
        return switch (field) {
            case "mileage", "price" -> number(value);
            case "phone" -> {
                String digits = digits(value);
                yield digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
            }
            default -> value.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        };
    }

    private static String number(String value) {
        String plain = value.replaceAll("[^0-9.]", "");
        return plain.matches("\\d+(\\.\\d+)?")
                ? new BigDecimal(plain).stripTrailingZeros().toPlainString()
                : value;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static Map<String, Object> schema(Set<String> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        FIELDS.forEach((field, meaning) -> {
            if (fields.contains(field)) {
                properties.put(field, Map.of("type", List.of("string", "null"), "description", meaning));
            }
        });
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.copyOf(properties.keySet()),
                "additionalProperties",
                false);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("vin", "Vehicle identification number: 17 characters with a right check digit, as written.");
        fields.put("phone", "Phone number, E.164.");
        fields.put("email", "E-mail address.");
        fields.put("year", "Model year of a vehicle, four digits.");
        fields.put("make", "Make of the vehicle, its whole name.");
        fields.put("model", "Model of the vehicle, without its trim.");
        fields.put("mileage", "Odometer as a plain number, without its unit.");
        fields.put("price", "An amount of money as a plain number, without its currency.");
        fields.put("date", "A date, YYYY-MM-DD.");
        fields.put("time", "A time of day, HH:MM, 24 hours.");
        fields.put("partNumber", "Part number, as written.");
        return fields;
    }
}
