package com.automatrix.workflow.eventtype;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings into an event's schema what it refers to in the document of shared types, so that it can be used by itself. */
final class StandaloneSchema {

    private static final String DEFINITIONS = "$defs";
    private static final String REFERENCE = "$ref";
    private static final String INSIDE = "#/$defs/";
    private static final String SHARED = "types.v1.schema.json" + INSIDE;

    private final Map<?, ?> shared;
    private final Map<String, Object> wanted = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    private StandaloneSchema(Map<?, ?> shared) {
        this.shared = shared;
    }

    /** @param types the document of shared types */
    static Map<String, Object> of(Map<String, Object> schema, Map<String, Object> types) {
        Map<?, ?> shared = types.get(DEFINITIONS) instanceof Map<?, ?> definitions ? definitions : Map.of();
        StandaloneSchema standalone = new StandaloneSchema(shared);
        Map<String, Object> whole = standalone.object(schema);
        while (!standalone.open.isEmpty()) {
            standalone.bring(standalone.open.removeFirst());
        }
        if (!standalone.wanted.isEmpty()) {
            whole.put(DEFINITIONS, standalone.wanted);
        }
        return whole;
    }

    private void bring(String name) {
        Object definition = copy(shared.get(name));
        if (definition == null) {
            throw new IllegalStateException(
                    "Expected the shared types to have \"%s\", but they do not".formatted(name));
        }
        wanted.put(name, definition);
    }

    private @Nullable Object copy(@Nullable Object tree) {
        return switch (tree) {
            case Map<?, ?> object -> object(object);
            case List<?> list -> list.stream().map(this::copied).toList();
            case null, default -> tree;
        };
    }

    private Map<String, Object> object(Map<?, ?> object) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> copy.put(
                String.valueOf(key),
                REFERENCE.equals(key) && value instanceof String reference ? reference(reference) : copied(value)));
        return copy;
    }

    private Object copied(@Nullable Object value) {
        Object copy = copy(value);
        if (copy == null) {
            throw new IllegalStateException("Expected a schema without null, but it has one");
        }
        return copy;
    }

    private String reference(String reference) {
        String name = reference.startsWith(SHARED)
                ? reference.substring(SHARED.length())
                : reference.substring(reference.startsWith(INSIDE) ? INSIDE.length() : 0);
        if (shared.containsKey(name)) {
            if (wanted.putIfAbsent(name, Map.of()) == null) {
                open.add(name);
            }
            return INSIDE + name;
        }
        return reference;
    }
}
