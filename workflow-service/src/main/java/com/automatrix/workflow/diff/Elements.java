package com.automatrix.workflow.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is readable of a list of things with ids; of two with one id the first counts. */
record Elements(Map<String, Map<?, ?>> byId) {

    static Elements of(Map<String, Object> definition, String key) {
        Map<String, Map<?, ?>> byId = new LinkedHashMap<>();
        for (Map<?, ?> element : objects(definition, key)) {
            if (element.get("id") instanceof String id) {
                byId.putIfAbsent(id, element);
            }
        }
        return new Elements(byId);
    }

    static List<Map<?, ?>> objects(Map<String, Object> definition, String key) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (definition.get(key) instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?> object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    /** The ids of those that are not in the other one. */
    List<String> without(Elements other) {
        return byId.keySet().stream().filter(id -> !other.has(id)).toList();
    }

    List<String> within(Elements other) {
        return byId.keySet().stream().filter(other::has).toList();
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    Map<?, ?> get(String id) {
        return byId.getOrDefault(id, Map.of());
    }

    /** What people see: the name, else the id. */
    String name(String id) {
        return get(id).get("name") instanceof String name && !name.isBlank() ? name : id;
    }

    String text(String id, String field) {
        String text = optional(id, field);
        return text == null ? "" : text;
    }

    @Nullable
    String optional(String id, String field) {
        return get(id).get(field) instanceof String text ? text : null;
    }
}
