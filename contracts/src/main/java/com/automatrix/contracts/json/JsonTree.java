package com.automatrix.contracts.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of plain JSON trees (maps, lists, strings, numbers, booleans, null) that keep the order of keys and nulls. */
public final class JsonTree {

    private JsonTree() {}

    /** An unmodifiable copy of an object's top level in the same order; null gives an empty one. */
    public static Map<String, Object> object(@Nullable Map<String, Object> object) {
        if (object == null || object.isEmpty()) {
            return Map.of();
        }
        return Collections.unmodifiableMap(new LinkedHashMap<>(object));
    }

    /** An unmodifiable copy of a list; null gives an empty one. */
    public static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
