package com.automatrix.workflow.definition;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the input schema requires is there in the events that start the workflow. */
final class InputRule implements Rule {

    private static final int DEEPEST = 8;

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        if (!(examined.draft().fields().get("input") instanceof Map<?, ?> input)) {
            return;
        }
        List<?> triggers = examined.draft().triggers();
        for (int index = 0; index < triggers.size(); index++) {
            Object trigger = triggers.get(index);
            String pointer = "/triggers/" + index + "/eventType";
            InputViews.ofTrigger(trigger)
                    .ifPresent(event -> new Comparison(name(trigger), pointer, report)
                            .compare(SchemaView.of(input), List.of(event), "", 0));
        }
    }

    private static String name(Object trigger) {
        return trigger instanceof Map<?, ?> fields ? String.valueOf(fields.get("id")) : "";
    }

    /** The input schema against the data of one trigger. */
    private record Comparison(String trigger, String pointer, Consumer<Problem> report) {

        void compare(SchemaView wanted, List<SchemaView> event, String path, int depth) {
            Set<String> known = InputViews.fieldNames(event);
            if (known.isEmpty() || depth > DEEPEST) {
                return;
            }
            for (String field : wanted.required()) {
                List<SchemaView> given = InputViews.field(event, field);
                if (given.isEmpty()) {
                    missing(path + field, NearestName.suggestion(field, known));
                } else {
                    wanted.field(field).forEach(inside -> compareField(inside, given, path + field, depth));
                }
            }
        }

        private void compareField(SchemaView wanted, List<SchemaView> given, String path, int depth) {
            boolean canFit = given.stream().anyMatch(field -> canFit(wanted.types(), field.types()));
            if (canFit) {
                compare(wanted, given, path + ".", depth + 1);
            } else {
                warn(
                        "The input schema requires \"%s\" to be of type %s, but the data of trigger \"%s\" has type %s there. Change the type or the trigger."
                                .formatted(
                                        path,
                                        String.join(" or ", wanted.types()),
                                        trigger,
                                        String.join(" or ", given.getFirst().types())));
            }
        }

        private void missing(String path, String suggestion) {
            warn(
                    "The input schema requires \"%s\", which the data of trigger \"%s\" does not have.%s Require it no longer, or take another event."
                            .formatted(path, trigger, suggestion));
        }

        private void warn(String message) {
            report.accept(Problem.warning(Codes.INPUT_NOT_IN_EVENT, null, pointer, message));
        }

        private static boolean canFit(Set<String> wanted, Set<String> given) {
            boolean areNumbers = wanted.contains("number") && given.contains("integer");
            return wanted.isEmpty() || given.isEmpty() || areNumbers || !Collections.disjoint(wanted, given);
        }
    }
}
