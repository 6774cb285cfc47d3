package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.util.Optional;

/** What a rule looks at. */
record Examined(Draft draft, Graph graph, StepTypes stepTypes, RunConditions conditions, Reads reads) {

    static Examined of(Draft draft, StepTypes stepTypes) {
        Graph graph = Graph.of(draft);
        return new Examined(draft, graph, stepTypes, RunConditions.of(draft, graph, stepTypes), new Reads());
    }

    Optional<StepType> typeOf(DraftNode node) {
        return stepTypes.find(node.type());
    }
}
