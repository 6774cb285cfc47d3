package com.automatrix.workflow.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The ids of notes are unique. */
final class NoteRule implements Rule {

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        Set<String> seen = new HashSet<>();
        List<?> notes = examined.draft().notes();
        for (int index = 0; index < notes.size(); index++) {
            if (notes.get(index) instanceof Map<?, ?> note && note.get("id") instanceof String id && !seen.add(id)) {
                report.accept(Problem.error(
                        Codes.GRAPH_DUPLICATE_NOTE,
                        null,
                        "/notes/%d/id".formatted(index),
                        "Two notes have the id \"%s\". Give one of them another id.".formatted(id)));
            }
        }
    }
}
