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
 * @param container the node it is in; null at the top level
 * @param depth how many loops are around it, which is the length of its iteration path
 * @param upstream ids of all nodes beside it from which a path leads here
 * @param onlyLeadHere ids of the nodes whose every path leads through here
 */
record CompiledNode(
        Node node,
        @Nullable StepType type,
        @Nullable CompiledNode container,
        int depth,
        Set<String> handles,
        List<Edge> incoming,
        List<Edge> outgoing,
        Set<String> upstream,
        Set<String> onlyLeadHere) {

    static final String FOREACH = "flow.foreach";
    static final String REPEAT = "flow.repeat";
    static final String RACE = "flow.race";
    static final String SCOPE = "flow.scope";
    static final String AGENT = "ai.agent";

    private static final Set<String> LOOPS = Set.of(FOREACH, REPEAT);

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

    boolean isContainer() {
        return isAgent() || (type != null && type.isContainer());
    }

    boolean isLoop() {
        return isAgent() || LOOPS.contains(node.type());
    }

    /** Whether it is a loop over the turns of an agent, which a worker takes one by one. */
    boolean isAgent() {
        return node.type().equals(AGENT) && !isInAgent();
    }

    /** Whether it is a turn of the agent around it. */
    boolean isTurn() {
        return node.type().equals(AGENT) && isInAgent();
    }

    private boolean isInAgent() {
        return container != null && container.isAgent();
    }

    /** Whether it is another execution that does its work. */
    boolean isCall() {
        return node.type().equals(Calls.TYPE);
    }

    /** Whether its result comes from outside, as an answer to an attempt. */
    boolean isAnswered() {
        return runsOnWorker() || isCall();
    }

    boolean runsOnWorker() {
        return type != null && type.runByWorker() && !isAgent();
    }

    /** The pool that runs it; what the engine runs itself, or cannot run, is the engine's. */
    String worker() {
        return type == null ? StepType.ENGINE : type.worker();
    }

    boolean hasEdgeOn(String handle) {
        return outgoing.stream().anyMatch(edge -> edge.handle().equals(handle));
    }
}
