package com.automatrix.execution.messaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes out of JSON trees at intake what could not be stored later: NUL characters and halves of surrogate pairs. */
public final class CleanText {

    private static final char NUL = '\0';
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    public static @Nullable Object clean(@Nullable Object tree) {
        return switch (tree) {
            case null -> null;
            case String text -> clean(text);
            case Map<?, ?> object -> cleanObject(object);
            case List<?> list -> cleanList(list);
            default -> tree;
        };
    }

    public static String clean(String text) {
        int firstBad = firstBad(text);
        if (firstBad == text.length()) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder(text.length()).append(text, 0, firstBad);
        text.substring(firstBad).codePoints().filter(point -> point != NUL).forEach(point -> {
            if (isHalf(point)) {
                cleaned.append(REPLACEMENT);
            } else {
                cleaned.appendCodePoint(point);
            }
        });
        return cleaned.toString();
    }

    private static int firstBad(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            // A whole pair is looked at again by the slow way, which keeps it.
            if (character == NUL || Character.isSurrogate(character)) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static Map<String, @Nullable Object> cleanObject(Map<?, ?> object) {
        Map<String, @Nullable Object> cleaned = new LinkedHashMap<>();
        object.forEach((key, value) -> cleaned.put(clean(String.valueOf(key)), clean(value)));
        return cleaned;
    }

    private static List<@Nullable Object> cleanList(List<?> list) {
        List<@Nullable Object> cleaned = new ArrayList<>(list.size());
        list.forEach(value -> cleaned.add(clean(value)));
        return cleaned;
    }
}
