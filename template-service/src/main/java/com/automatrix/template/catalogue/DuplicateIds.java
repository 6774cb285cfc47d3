package com.automatrix.template.catalogue;

import com.automatrix.platform.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every step, every trigger and every note of a definition has an id of its own. */
final class DuplicateIds {

    private DuplicateIds() {}

    /** An element whose id an earlier one has already. */
    private record Second(int index, String id) {}

    /** What has the id of another, at its pointer in a template. */
    static List<Violation> in(Map<String, Object> definition) {
        return Stream.of(
                        twice(definition, "nodes", "graph.duplicate-node", "Two steps"),
                        twice(definition, "triggers", "graph.duplicate-trigger", "Two triggers"),
                        twice(definition, "notes", "graph.duplicate-note", "Two notes"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Violation> twice(Map<String, Object> definition, String field, String code, String two) {
        return among(definition.get(field)).stream()
                .map(second -> new Violation(
                        "/definition/%s/%d/id".formatted(field, second.index()),
                        code,
                        "%s have the id \"%s\". Give one of them another id.".formatted(two, second.id())))
                .toList();
    }

    private static List<Second> among(@Nullable Object elements) {
        List<Second> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<?> list = elements instanceof List<?> some ? some : List.of();
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index) instanceof Map<?, ?> element
                    && element.get("id") instanceof String id
                    && !seen.add(id)) {
                found.add(new Second(index, id));
            }
        }
        return found;
    }
}
