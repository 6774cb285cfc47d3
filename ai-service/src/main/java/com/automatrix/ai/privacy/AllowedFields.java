package com.automatrix.ai.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a step's data that may go into a prompt: names joined by dots, such as {@code vehicle.model}; a field
 * that is listed goes with all that is below it. What is not listed does not go.
 *
 * @param paths as listed; items of lists are passed over, so that {@code vehicles.model} means that of each
 */
public record AllowedFields(List<String> paths) {

    public AllowedFields {
        paths = List.copyOf(paths);
    }

    /** What is left of a tree of maps and lists; a value that is neither has no fields, and stays as it is. */
    public @Nullable Object pick(@Nullable Object tree) {
        return pick(tree, "");
    }

    private @Nullable Object pick(@Nullable Object tree, String prefix) {
        return switch (tree) {
            case Map<?, ?> object -> {
                Map<String, @Nullable Object> picked = new LinkedHashMap<>();
                object.forEach((key, value) -> {
                    String path = prefix + key;
                    if (paths.contains(path)) {
                        picked.put(String.valueOf(key), value);
                    } else if (paths.stream().anyMatch(allowed -> allowed.startsWith(path + "."))) {
                        picked.put(String.valueOf(key), pickBelow(value, path + "."));
                    }
                });
                yield picked;
            }
            case List<?> list -> {
                List<@Nullable Object> picked = new ArrayList<>();
                list.forEach(item -> picked.add(pick(item, prefix)));
                picked.removeIf(item -> item instanceof Map<?, ?> object && object.isEmpty());
                yield picked;
            }
            case null, default -> tree;
        };
    }

    /** A plain value where fields were expected is none of those that are allowed. */
    private @Nullable Object pickBelow(@Nullable Object value, String prefix) {
        return value instanceof Map || value instanceof List ? pick(value, prefix) : null;
    }
}
