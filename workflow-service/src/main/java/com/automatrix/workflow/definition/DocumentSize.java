package com.automatrix.workflow.definition;

import java.util.List;
import java.util.stream.Stream;

/** How large a definition may be to be looked at; the numbers are those of its schema. */
final class DocumentSize {

    private static final List<Limit> LIMITS = List.of(
            new Limit("nodes", 2_000), new Limit("edges", 10_000), new Limit("triggers", 50), new Limit("notes", 200));

    private DocumentSize() {}

    private record Limit(String field, int most) {}

    /** What is too large; then nothing else is looked for, since it would take too long. */
    static List<Problem> problems(Draft draft) {
        return LIMITS.stream().flatMap(limit -> problem(draft, limit)).toList();
    }

    private static Stream<Problem> problem(Draft draft, Limit limit) {
        if (!(draft.fields().get(limit.field()) instanceof List<?> list) || list.size() <= limit.most()) {
            return Stream.empty();
        }
        return Stream.of(Problem.error(
                Codes.DEFINITION_WRONG_SIZE,
                null,
                "/" + limit.field(),
                "Expected %s to have at most %d items, but it has %d. Move a part into a workflow of its own, and call that."
                        .formatted(limit.field(), limit.most(), list.size())));
    }
}
