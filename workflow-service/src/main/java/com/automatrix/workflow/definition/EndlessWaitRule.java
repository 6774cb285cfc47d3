package com.automatrix.workflow.definition;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Every path ends: what waits for an event or a person does so for a limited time. */
final class EndlessWaitRule implements Rule {

    private static final String RACE = "flow.race";
    private static final String EXPIRES = "expires";

    /** What waits, with the field of its config that limits it. */
    private static final Map<String, String> LIMITS =
            Map.of("flow.waitForEvent", "timeout", "human.approval", "due", "human.task", "due");

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        if (examined.draft().fields().get("settings") instanceof Map<?, ?> settings
                && settings.containsKey("timeout")) {
            return;
        }
        for (DraftNode node : examined.draft().nodes()) {
            String limit = LIMITS.get(node.type());
            if (limit != null
                    && node.config().get(limit) == null
                    && node.config().get(EXPIRES) == null
                    && !isLimited(node, examined.draft())) {
                report.accept(problem(node, limit));
            }
        }
    }

    /** By its own timeout, by that of a container, or by another branch of a race. */
    private static boolean isLimited(DraftNode node, Draft draft) {
        Set<String> seen = new HashSet<>();
        DraftNode at = node;
        while (at != null && seen.add(at.id())) {
            if (at.fields().get("timeout") != null || at.type().equals(RACE)) {
                return true;
            }
            at = at.parent() == null ? null : draft.node(at.parent());
        }
        return false;
    }

    /** A task without a deadline is common; an event that never comes is forgotten. */
    private static Problem problem(DraftNode node, String limit) {
        String message =
                "Step \"%s\" may wait for ever, and its execution with it. Give it \"%s\", or the workflow a \"timeout\" in its settings."
                        .formatted(node.id(), limit);
        String pointer = node.pointer() + "/config/" + limit;
        return node.type().equals("flow.waitForEvent")
                ? Problem.warning(Codes.WAIT_ENDLESS, node.id(), pointer, message)
                : Problem.hint(Codes.WAIT_ENDLESS, node.id(), pointer, message);
    }
}
