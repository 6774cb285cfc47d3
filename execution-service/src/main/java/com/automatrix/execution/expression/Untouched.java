package com.automatrix.execution.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the data that expressions see as it is: JSONata adds to an empty list when it groups one. */
final class Untouched {

    private Untouched() {}

    /** The tree itself, or a copy if there is an empty list in it. */
    static @Nullable Object copy(@Nullable Object tree) {
        return hasEmptyList(tree) ? deepCopy(tree) : tree;
    }

    private static boolean hasEmptyList(@Nullable Object tree) {
        return switch (tree) {
            case List<?> list -> list.isEmpty() || list.stream().anyMatch(Untouched::hasEmptyList);
            case Map<?, ?> object -> object.values().stream().anyMatch(Untouched::hasEmptyList);
            case null, default -> false;
        };
    }

    private static @Nullable Object deepCopy(@Nullable Object tree) {
        return switch (tree) {
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(item -> copy.add(deepCopy(item)));
                yield copy;
            }
            case Map<?, ?> object -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                object.forEach((key, value) -> copy.put(key, deepCopy(value)));
                yield copy;
            }
            case null, default -> tree;
        };
    }
}
