package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import java.util.Map;
import java.util.function.Consumer;

/** Nothing is published that the language knows but the engine does not run yet; step types have a rule of their own. */
final class FeatureRule implements Rule {

    private static final String CALL = "flow.call";

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
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
