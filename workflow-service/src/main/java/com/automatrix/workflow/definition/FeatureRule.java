package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Nothing is published that the language knows but the engine does not run yet; steps have a rule of their own. */
final class FeatureRule implements Rule {

    private static final Set<String> TRIGGERS = Set.of("webhook");
    private static final String CALL = "flow.call";

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        List<?> triggers = examined.draft().triggers();
        for (int index = 0; index < triggers.size(); index++) {
            if (triggers.get(index) instanceof Map<?, ?> trigger
                    && trigger.get("type") instanceof String type
                    && TRIGGERS.contains(type)) {
                report.accept(Problem.error(
                        Codes.FEATURE_UNAVAILABLE,
                        null,
                        "/triggers/" + index,
                        "Expected a trigger of type \"event\" or \"schedule\", but triggers of type \"%s\" cannot run yet. Remove it."
                                .formatted(type)));
            }
        }
        for (DraftNode node : examined.draft().nodes()) {
            boolean isContainer =
                    examined.typeOf(node).filter(StepType::isContainer).isPresent();
            if (isContainer && node.fields().get("retry") != null) {
                report.accept(
                        Problem.error(
                                Codes.FEATURE_UNAVAILABLE,
                                node.id(),
                                node.pointer() + "/retry",
                                "Expected a container without a retry, since it is not tried again as a whole. Give the retry to the steps inside."));
            }
            if (node.fields().get("compensation") instanceof Map<?, ?> compensation
                    && !canUndo(String.valueOf(compensation.get("type")), examined)) {
                report.accept(
                        Problem.error(
                                Codes.FEATURE_UNAVAILABLE,
                                node.id(),
                                node.pointer() + "/compensation/type",
                                "Expected a compensation that a worker runs or that calls a workflow, since other steps inside the engine change nothing outside. Use another type."));
            }
        }
    }

    /** A type that is unknown is another rule's. */
    private static boolean canUndo(String type, Examined examined) {
        return type.equals(CALL)
                || examined.stepTypes()
                        .find(type)
                        .filter(found -> !found.runByWorker())
                        .isEmpty();
    }
}
