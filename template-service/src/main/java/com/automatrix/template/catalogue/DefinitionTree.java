package com.automatrix.template.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a definition that holds placeholders, and so cannot be bound.
 *
 * @param definition as plain JSON; what is not of the expected shape counts as not there
 */
record DefinitionTree(Map<String, Object> definition) {

    Stream<Map<?, ?>> triggers() {
        return objects("triggers");
    }

    Stream<Map<?, ?>> steps() {
        return objects("nodes");
    }

    /** The steps and what undoes them. */
    Stream<Map<?, ?>> actions() {
        return steps().flatMap(step -> Stream.of(step, object(step, "compensation")));
    }

    static Map<?, ?> object(Map<?, ?> parent, Object key) {
        return parent.get(key) instanceof Map<?, ?> object ? object : Map.of();
    }

    static @Nullable String text(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof String text ? text : null;
    }

    private Stream<Map<?, ?>> objects(String key) {
        return definition.get(key) instanceof List<?> list
                ? list.stream().<Map<?, ?>>mapMulti((element, found) -> {
                    if (element instanceof Map<?, ?> object) {
                        found.accept(object);
                    }
                })
                : Stream.of();
    }
}
