package com.automatrix.workflow.diagram;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.workflow.definition.DraftNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step to be drawn.
 *
 * @param does what its type is called
 * @param category decides its colour
 * @param position where the editor has it; null if nowhere, or somewhere that cannot be drawn
 */
record Step(
        String id,
        String name,
        String does,
        String category,
        @Nullable Point position) {

    /** Farther away than any editor goes; beyond it numbers lose their precision. */
    private static final double FARTHEST = 1_000_000;

    static Step of(DraftNode node) {
        Optional<StepType> type = StepTypes.builtIn().find(node.type());
        return new Step(
                node.id(),
                node.fields().get("name") instanceof String name && !name.isBlank() ? name : node.id(),
                type.map(StepType::title).orElse(node.type()),
                type.map(StepType::category).orElse("external"),
                position(node.fields().get("position")));
    }

    private static @Nullable Point position(@Nullable Object position) {
        return position instanceof Map<?, ?> place
                        && place.get("x") instanceof Number x
                        && place.get("y") instanceof Number y
                        && Math.abs(x.doubleValue()) < FARTHEST
                        && Math.abs(y.doubleValue()) < FARTHEST
                ? new Point(x.doubleValue(), y.doubleValue())
                : null;
    }
}
