package com.automatrix.contracts.steptype;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the handles that a config names: the elements of a list, or one field of each of them. */
final class DynamicHandles {

    private static final String PREFIX = "config.";
    private static final String EACH = "[].";
    private static final String LABEL = "label";

    private DynamicHandles() {}

    static List<String> in(Map<String, Object> config, String path) {
        String inside = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path;
        int each = inside.indexOf(EACH);
        String list = each < 0 ? inside : inside.substring(0, each);
        String field = each < 0 ? LABEL : inside.substring(each + EACH.length());

        if (!(config.get(list) instanceof List<?> elements)) {
            return List.of();
        }
        return elements.stream()
                .map(element -> handle(element, field))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String handle(@Nullable Object element, String field) {
        Object handle = element instanceof Map<?, ?> fields ? fields.get(field) : element;
        return handle instanceof String text ? text : null;
    }
}
