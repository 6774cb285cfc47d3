package com.automatrix.workflow.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Somebody reads the output of a step that does nothing but give one. */
final class UnusedOutputRule implements Rule {

    private static final Set<String> ONLY_OUTPUT = Set.of(
            "ai.generate",
            "ai.extract",
            "ai.summarize",
            "auto.parseAdf",
            "auto.writeAdf",
            "auto.decodeVin",
            "auto.recalls");

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        Set<String> read = new HashSet<>();
        Set<DataPath> unclear = new HashSet<>();
        Set<String> ids = examined.draft().byId().keySet();
        for (DraftNode node : examined.draft().nodes()) {
            Reads.strings(
                    node.fields(),
                    "",
                    (pointer, text) -> examined.reads().in(text).forEach(references -> {
                        read.addAll(references.steps());
                        references.paths().stream()
                                .filter(UnusedOutputRule::isOfAnyStep)
                                .forEach(unclear::add);
                    }));
        }
        // A name that is none may be meant for any step.
        if (unclear.isEmpty() && ids.containsAll(read)) {
            examined.draft().nodes().stream()
                    .filter(node -> hasOnlyOutput(node) && !read.contains(node.id()) && !isGivenOn(node, examined))
                    .forEach(node -> report.accept(Problem.hint(
                            Codes.OUTPUT_UNUSED,
                            node.id(),
                            node.pointer(),
                            "Nobody reads the output of step \"%s\", and it does nothing else. Refer to it in a later step, or remove it."
                                    .formatted(node.id()))));
        }
    }

    private static boolean isOfAnyStep(DataPath path) {
        return path.names().isEmpty()
                || (path.startsWith(Sight.STEPS) && path.names().size() == 1);
    }

    private static boolean hasOnlyOutput(DraftNode node) {
        return switch (node.type()) {
            // One without an expression computes nothing: it marks a way.
            case "data.transform" -> hasExpression(node.config());
            case "data.table" -> "FIND".equals(node.config().get("operation"));
            case "http.request" -> "GET".equals(node.config().get("method"));
            default -> ONLY_OUTPUT.contains(node.type());
        };
    }

    private static boolean hasExpression(Map<?, ?> config) {
        List<String> texts = new ArrayList<>();
        Reads.strings(config, "", (pointer, text) -> texts.add(text));
        return !texts.isEmpty();
    }

    /** The outputs of the last steps are those of what they are in, unless it has one of its own. */
    private static boolean isGivenOn(DraftNode node, Examined examined) {
        DraftNode container = node.parent() == null ? null : examined.draft().node(node.parent());
        boolean isReplaced = container != null && container.config().get("output") != null;
        return !examined.graph().isFollowed(node.id()) && !isReplaced;
    }
}
