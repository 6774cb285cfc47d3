package com.automatrix.workflow.definition;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names the expressions of a step can use. */
final class Sight {

    static final String STEPS = "steps";

    private static final Set<String> EVERYWHERE = Set.of("input", STEPS, "workflow", "execution", "vars");

    private Sight() {}

    static Set<String> names(DraftNode node, Draft draft) {
        Set<String> names = new HashSet<>(EVERYWHERE);
        if (node.type().equals("flow.waitForEvent")) {
            names.add("event");
        }
        Set<String> seen = new HashSet<>();
        DraftNode at = node;
        // A loop's own fields are evaluated with the loop's names, too.
        while (at != null && seen.add(at.id())) {
            addLoopNames(at, names);
            at = container(at, draft);
        }
        return names;
    }

    /** A container's own fields, such as what a loop collects, are evaluated with its children in sight. */
    static boolean liesWithin(String step, String container, Draft draft) {
        DraftNode child = draft.node(step);
        return child != null && container.equals(child.parent());
    }

    private static void addLoopNames(DraftNode node, Set<String> names) {
        if (node.type().equals("flow.foreach")) {
            names.add("item");
            names.add("index");
        } else if (node.type().equals("flow.repeat")) {
            names.add("index");
        }
    }

    private static @Nullable DraftNode container(DraftNode node, Draft draft) {
        String parent = node.parent();
        return parent == null ? null : draft.node(parent);
    }
}
