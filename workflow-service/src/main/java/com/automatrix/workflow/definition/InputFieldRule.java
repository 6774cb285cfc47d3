package com.automatrix.workflow.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Expressions read fields of the input that its schema, or the event that it comes from, knows. */
final class InputFieldRule implements Rule {

    private static final String INPUT = "input";
    private static final String WAIT = "flow.waitForEvent";

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        Draft draft = examined.draft();
        List<?> triggers = draft.triggers();
        for (int index = 0; index < triggers.size(); index++) {
            if (triggers.get(index) instanceof Map<?, ?> trigger) {
                List<SchemaView> event = InputViews.ofTrigger(trigger).stream().toList();
                new Check(examined, event, null, report)
                        .strings(trigger.get("filter"), "/triggers/" + index + "/filter");
            }
        }
        List<SchemaView> input = InputViews.areWhole(draft) ? InputViews.of(draft) : List.of();
        new Check(examined, input, null, report).strings(draft.fields().get("settings"), "/settings");
        for (DraftNode node : draft.nodes()) {
            Check check = new Check(examined, input, node.id(), report);
            if (node.type().equals(WAIT)) {
                waiting(node, check);
            } else {
                check.strings(node.config(), node.pointer() + "/config");
            }
            check.strings(node.fields().get("compensation"), node.pointer() + "/compensation");
        }
    }

    /** Some of its expressions see the data of the event as their input. */
    private static void waiting(DraftNode node, Check check) {
        Map<?, ?> correlation = node.config().get("correlation") instanceof Map<?, ?> fields ? fields : Map.of();
        String pointer = node.pointer() + "/config";
        Check ofEvent = new Check(
                check.examined, InputViews.ofTrigger(correlation).stream().toList(), node.id(), check.report);
        ofEvent.strings(node.config().get("filter"), pointer + "/filter");
        ofEvent.strings(correlation.get("event"), pointer + "/correlation/event");
        check.strings(correlation.get("value"), pointer + "/correlation/value");
    }

    /** @param input what is known of the input there; nothing if it can be anything */
    private record Check(
            Examined examined,
            List<SchemaView> input,
            @Nullable String nodeId,
            Consumer<Problem> report) {

        void strings(@Nullable Object value, String pointer) {
            if (!input.isEmpty()) {
                Reads.strings(
                        value,
                        pointer,
                        (place, text) -> examined.reads().in(text).stream()
                                .flatMap(references -> references.paths().stream())
                                .filter(path -> path.startsWith(INPUT))
                                .forEach(path -> path(path.names(), place)));
            }
        }

        private void path(List<String> names, String place) {
            List<SchemaView> at = input;
            for (int index = 1; index < names.size(); index++) {
                Set<String> known = InputViews.fieldNames(at);
                List<SchemaView> inside = InputViews.field(at, names.get(index));
                if (known.isEmpty()) {
                    return;
                }
                if (inside.isEmpty()) {
                    unknown(names.subList(0, index + 1), known, InputViews.areClosed(at), place);
                    return;
                }
                at = inside;
            }
        }

        /** Where other fields are allowed, only what looks like a slip of the pen is worth a hint. */
        private void unknown(List<String> path, Set<String> known, boolean isClosed, String place) {
            Optional<String> meant = NearestName.to(path.getLast(), known);
            String message = "The input has no field %s as far as its schema says.%s"
                    .formatted(
                            String.join(".", path),
                            meant.map(" Did you mean \"%s\"?"::formatted)
                                    .orElse(" Add it to the schema, or refer to another one."));
            if (isClosed) {
                report.accept(Problem.warning(Codes.EXPRESSION_UNKNOWN_FIELD, nodeId, place, message));
            } else if (meant.isPresent()) {
                report.accept(Problem.hint(Codes.EXPRESSION_UNKNOWN_FIELD, nodeId, place, message));
            }
        }
    }
}
