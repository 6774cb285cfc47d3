package com.automatrix.execution.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes a JSON tree takes, without writing it. */
public final class JsonSize {

    private JsonSize() {}

    /** Counts as UTF-8 without white space; escapes count as what they escape. */
    public static long of(@Nullable Object tree) {
        return switch (tree) {
            case null -> 4;
            case String text -> 2 + utf8Length(text);
            case Map<?, ?> object -> object(object);
            case List<?> array -> array(array);
            default -> tree.toString().length();
        };
    }

    private static long object(Map<?, ?> object) {
        long size = 2;
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            size += of(entry.getKey()) + of(entry.getValue()) + 2;
        }
        return size;
    }

    private static long array(List<?> array) {
        long size = 2;
        for (Object item : array) {
            size += of(item) + 1;
        }
        return size;
    }

    private static long utf8Length(String text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A surrogate is half of a character of four bytes.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
