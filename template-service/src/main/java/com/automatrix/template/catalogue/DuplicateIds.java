package com.automatrix.template.catalogue;

import com.automatrix.platform.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every step and every trigger of a definition has an id of its own. */
final class DuplicateIds {

    private DuplicateIds() {}

    /** An element whose id an earlier one has already. */
    private record Second(int index, String id) {}

    /** What has the id of another, at its pointer in a template. */
    static List<Violation> in(Map<String, Object> definition) {
        return Stream.concat(
                        among(definition.get("nodes")).stream()
                                .map(step -> new Violation(
                                        "/definition/nodes/%d/id".formatted(step.index()),
                                        "graph.duplicate-node",
                                        "Two steps have the id \"%s\". Give one of them another id."
                                                .formatted(step.id()))),
                        among(definition.get("triggers")).stream()
                                .map(trigger -> new Violation(
                                        "/definition/triggers/%d/id".formatted(trigger.index()),
                                        "graph.duplicate-trigger",
                                        "Two triggers have the id \"%s\". Give one of them another id."
                                                .formatted(trigger.id()))))
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
