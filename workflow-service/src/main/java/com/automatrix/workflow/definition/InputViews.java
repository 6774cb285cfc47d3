package com.automatrix.workflow.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of an execution's input: its schema first, then the data of the events that start it. */
final class InputViews {

    private InputViews() {}

    static List<SchemaView> of(Draft draft) {
        List<SchemaView> views = new ArrayList<>();
        declared(draft).ifPresent(views::add);
        for (Object trigger : draft.triggers()) {
            ofTrigger(trigger).ifPresent(views::add);
        }
        return views;
    }

    /** The input schema, if it names any fields. */
    static Optional<SchemaView> declared(Draft draft) {
        return draft.fields().get("input") instanceof Map<?, ?> schema
                ? Optional.of(SchemaView.of(schema))
                        .filter(view -> !view.fieldNames().isEmpty())
                : Optional.empty();
    }

    static Optional<SchemaView> ofTrigger(Object trigger) {
        return trigger instanceof Map<?, ?> fields && fields.get("eventType") instanceof String eventType
                ? EventSchemas.of(eventType)
                : Optional.empty();
    }

    /** Whether nothing else than these can be there, as far as anybody says. */
    static boolean areWhole(Draft draft) {
        boolean allKnown =
                draft.triggers().stream().allMatch(trigger -> ofTrigger(trigger).isPresent());
        return declared(draft).isPresent() || (allKnown && !draft.triggers().isEmpty());
    }

    static List<SchemaView> field(List<SchemaView> views, String name) {
        return views.stream().flatMap(view -> view.field(name).stream()).toList();
    }

    static Set<String> fieldNames(List<SchemaView> views) {
        return views.stream().flatMap(view -> view.fieldNames().stream()).collect(Collectors.toSet());
    }

    /** Whether no view allows other fields. */
    static boolean areClosed(List<SchemaView> views) {
        return !views.isEmpty() && views.stream().allMatch(SchemaView::isClosed);
    }

    static Optional<DataClass> dataClass(Stream<SchemaView> views) {
        return views.flatMap(view -> view.dataClass().stream()).findFirst();
    }
}
