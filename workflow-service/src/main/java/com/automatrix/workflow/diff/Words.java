package com.automatrix.workflow.diff;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts values and lists into words. */
final class Words {

    private static final int LONGEST = 60;

    private Words() {}

    static String quote(String text) {
        return "\"" + text + "\"";
    }

    /** The first line of a text, as far as it can stand in a sentence. */
    static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + "…";
    }

    /** "a", "b" and "c". */
    static String and(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    static String count(long number, String singular, String plural) {
        return number == 1 ? "1 " + singular : number + " " + plural;
    }

    /** Whether the value can stand in a sentence. */
    static boolean isShort(@Nullable Object value) {
        return !(value instanceof Map<?, ?> || value instanceof List<?>)
                && String.valueOf(value).length() <= LONGEST
                && String.valueOf(value).lines().count() <= 1;
    }

    static String value(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        return value instanceof String text ? quote(text) : String.valueOf(value);
    }

    /** "Changes the timeout of X from 1 to 2.", as far as the values can be said. */
    static String sentence(FieldChange change, String field) {
        if ("".equals(change.before()) && isShort(change.after())) {
            return "Sets %s to %s.".formatted(field, value(change.after()));
        }
        return switch (change.change()) {
            case ADDED ->
                isShort(change.after())
                        ? "Sets %s to %s.".formatted(field, value(change.after()))
                        : "Adds %s.".formatted(field);
            case REMOVED -> "Removes %s.".formatted(field);
            case CHANGED ->
                isShort(change.before()) && isShort(change.after())
                        ? "Changes %s from %s to %s.".formatted(field, value(change.before()), value(change.after()))
                        : "Changes %s.".formatted(field);
        };
    }
}
