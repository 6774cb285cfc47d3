package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Every step, and every compensation, is of a type that is known and can be executed. */
final class StepTypeRule implements Rule {

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        for (DraftNode node : examined.draft().nodes()) {
            check(node.type(), node, node.pointer() + "/type", examined.stepTypes(), report);
            if (node.fields().get("compensation") instanceof Map<?, ?> compensation
                    && compensation.get("type") instanceof String type) {
                check(type, node, node.pointer() + "/compensation/type", examined.stepTypes(), report);
            }
        }
    }

    private static void check(String type, DraftNode node, String pointer, StepTypes known, Consumer<Problem> report) {
        Optional<StepType> found = known.find(type);
        if (found.isEmpty()) {
            List<String> names = known.all().stream().map(StepType::type).toList();
            report.accept(Problem.error(
                    Codes.STEP_UNKNOWN_TYPE,
                    node.id(),
                    pointer,
                    "There is no step type \"%s\".%s Choose one of the catalogue."
                            .formatted(type, NearestName.suggestion(type, names))));
        } else if (!found.get().available()) {
            report.accept(Problem.error(
                    Codes.STEP_TYPE_UNAVAILABLE,
                    node.id(),
                    pointer,
                    "Steps of type \"%s\" cannot be executed yet. Use another type, or keep this as a draft."
                            .formatted(type)));
        }
    }
}
