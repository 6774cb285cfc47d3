package com.automatrix.template.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Goes through the strings of a JSON tree. */
final class JsonStrings {

    private JsonStrings() {}

    /** A copy of an object in which each string, with its JSON Pointer (RFC 6901), is replaced; keys stay as they are. */
    @SuppressWarnings("unchecked") // An object stays an object.
    static Map<String, Object> replaced(Map<String, Object> object, BiFunction<String, String, Object> change) {
        return (Map<String, Object>) object(object, "", change);
    }

    private static @Nullable Object value(
            @Nullable Object tree, String pointer, BiFunction<String, String, Object> change) {
        return switch (tree) {
            case String text -> change.apply(pointer, text);
            case Map<?, ?> object -> object(object, pointer, change);
            case List<?> list -> list(list, pointer, change);
            case null -> null;
            default -> tree;
        };
    }

    private static Map<?, ?> object(Map<?, ?> object, String pointer, BiFunction<String, String, Object> change) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        object.forEach((key, child) -> copy.put(key, value(child, pointer + "/" + escaped(key), change)));
        return copy;
    }

    private static List<?> list(List<?> list, String pointer, BiFunction<String, String, Object> change) {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(child -> copy.add(value(child, pointer + "/" + copy.size(), change)));
        return copy;
    }

    private static String escaped(Object key) {
        return key.toString().replace("~", "~0").replace("/", "~1");
    }
}
