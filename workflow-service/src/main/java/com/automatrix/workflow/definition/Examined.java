package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.util.Optional;

/** What a rule looks at. */
record Examined(Draft draft, Graph graph, StepTypes stepTypes) {

    static Examined of(Draft draft, StepTypes stepTypes) {
        return new Examined(draft, Graph.of(draft), stepTypes);
    }

    Optional<StepType> typeOf(DraftNode node) {
        return stepTypes.find(node.type());
    }
}
