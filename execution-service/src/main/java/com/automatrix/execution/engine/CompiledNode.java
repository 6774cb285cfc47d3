package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.definition.Join;
import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.steptype.StepType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node with everything the engine asks of it worked out.
 *
 * @param type null if no such step type is known
 * @param upstream ids of all nodes from which a path leads here
 * @param onlyLeadHere ids of the nodes whose every path leads through here
 */
record CompiledNode(
        Node node,
        @Nullable StepType type,
        Set<String> handles,
        List<Edge> incoming,
        List<Edge> outgoing,
        Set<String> upstream,
        Set<String> onlyLeadHere) {

    CompiledNode {
        handles = Set.copyOf(handles);
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
        upstream = Set.copyOf(upstream);
        onlyLeadHere = Set.copyOf(onlyLeadHere);
    }

    String id() {
        return node.id();
    }

    Join join() {
        return node.joinOrDefault();
    }

    boolean isTerminal() {
        return outgoing.isEmpty();
    }

    boolean runsOnWorker() {
        return type != null && type.runByWorker();
    }

    /** The pool that runs it; what the engine runs itself, or cannot run, is the engine's. */
    String worker() {
        return type == null ? StepType.ENGINE : type.worker();
    }

    boolean hasEdgeOn(String handle) {
        return outgoing.stream().anyMatch(edge -> edge.handle().equals(handle));
    }
}
