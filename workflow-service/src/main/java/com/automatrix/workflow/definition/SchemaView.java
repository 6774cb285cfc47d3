package com.automatrix.workflow.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON Schema, seen as an expression sees its value: a list counts as its elements. References are followed
 * within the document and to the types that the events share.
 *
 * @param document the schema that the place is in
 */
record SchemaView(Map<?, ?> document, Map<?, ?> place) {

    private static final String ITEMS = "items";
    /** What a value has to fit as well, what it may be instead, and what its elements are. */
    private static final List<String> ALL = List.of("allOf", "anyOf", "oneOf", ITEMS);

    private static final List<String> CERTAIN = List.of("allOf", ITEMS);
    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 100;

    static SchemaView of(Map<?, ?> document) {
        return new SchemaView(document, document);
    }

    List<SchemaView> field(String name) {
        return parts().stream()
                .flatMap(part -> part.properties().get(name) instanceof Map<?, ?> field
                        ? Stream.of(new SchemaView(part.document, field))
                        : Stream.empty())
                .toList();
    }

    Set<String> fieldNames() {
        Set<String> names = new LinkedHashSet<>();
        parts().forEach(part -> part.properties().keySet().forEach(name -> names.add(String.valueOf(name))));
        return names;
    }

    Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        parts(CERTAIN)
                .forEach(part -> list(part.place.get("required")).forEach(name -> names.add(String.valueOf(name))));
        return names;
    }

    /** The types that are allowed; none if it says nothing of them. */
    Set<String> types() {
        Set<String> types = new LinkedHashSet<>();
        if (place.get("type") instanceof String type) {
            types.add(type);
        }
        list(place.get("type")).forEach(type -> types.add(String.valueOf(type)));
        return types;
    }

    /** Whether there can be no other fields than those that it names. */
    boolean isClosed() {
        return parts(CERTAIN).stream()
                .anyMatch(part -> Boolean.FALSE.equals(part.place.get("additionalProperties"))
                        || Boolean.FALSE.equals(part.place.get("unevaluatedProperties")));
    }

    /** What kind of data its author says that it is. */
    Optional<DataClass> dataClass() {
        return parts().stream()
                .flatMap(part -> DataClass.named(part.place.get(DataClass.KEYWORD)).stream())
                .findFirst();
    }

    private List<SchemaView> parts() {
        return parts(ALL);
    }

    /** Returns the place itself, what it refers to, and what these keywords lead to. */
    private List<SchemaView> parts(List<String> keywords) {
        List<SchemaView> parts = new ArrayList<>();
        collect(parts, keywords, 0);
        return parts;
    }

    private void collect(List<SchemaView> parts, List<String> keywords, int depth) {
        if (depth > DEEPEST || parts.size() >= MOST_PARTS) {
            return;
        }
        parts.add(this);
        if (place.get("$ref") instanceof String reference) {
            referred(reference).ifPresent(target -> target.collect(parts, keywords, depth + 1));
        }
        for (String keyword : keywords) {
            Object members = place.get(keyword);
            List<?> places = members instanceof Map ? List.of(members) : list(members);
            for (Object member : places) {
                if (member instanceof Map<?, ?> inside) {
                    new SchemaView(document, inside).collect(parts, keywords, depth + 1);
                }
            }
        }
    }

    private Optional<SchemaView> referred(String reference) {
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        Map<?, ?> target = file.isEmpty() ? document : EventSchemas.shared(file);
        Object at = target;
        for (String step :
                hash < 0 ? new String[0] : reference.substring(hash + 1).split("/", -1)) {
            if (!step.isEmpty()) {
                at = at instanceof Map<?, ?> object
                        ? object.get(step.replace("~1", "/").replace("~0", "~"))
                        : null;
            }
        }
        return at instanceof Map<?, ?> found ? Optional.of(new SchemaView(target, found)) : Optional.empty();
    }

    private Map<?, ?> properties() {
        return place.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
