package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule looks at.
 *
 * @param credentials the names of all credentials; empty while they are not known
 * @param ownHosts to which financial data may go
 */
record Examined(
        Draft draft,
        Graph graph,
        StepTypes stepTypes,
        Optional<Set<String>> credentials,
        KnownHosts ownHosts,
        RunConditions conditions,
        Reads reads) {

    static Examined of(Draft draft, StepTypes stepTypes, Optional<Set<String>> credentials, KnownHosts ownHosts) {
        Graph graph = Graph.of(draft);
        return new Examined(
                draft, graph, stepTypes, credentials, ownHosts, RunConditions.of(draft, graph, stepTypes), new Reads());
    }

    Optional<StepType> typeOf(DraftNode node) {
        return stepTypes.find(node.type());
    }
}
