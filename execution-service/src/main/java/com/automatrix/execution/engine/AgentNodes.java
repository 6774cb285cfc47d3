package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.definition.Retry;
import com.automatrix.contracts.steptype.StepType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is inside an agent: a node for its turns, one for each of its tools, and one for the approvals of sensitive tools.
 * No definition has them; a turn is one level deeper than the agent, and what the turn asked for is two.
 */
final class AgentNodes {

    private static final String TURN = ":turn";
    private static final String APPROVAL = ":approval";

    private AgentNodes() {}

    /** None, unless the node is an agent. */
    static List<CompiledNode> of(CompiledNode agent, Function<String, @Nullable StepType> stepTypes) {
        if (!agent.isAgent()) {
            return List.of();
        }
        String id = agent.id();
        Retry retry = agent.node().retry();
        List<CompiledNode> inside = new ArrayList<>();
        inside.add(inside(agent, 1, node(id, TURN, CompiledNode.AGENT, retry), agent.type()));
        inside.add(inside(agent, 2, node(id, APPROVAL, People.APPROVAL, null), stepTypes.apply(People.APPROVAL)));
        for (String tool : texts(agent.node().config().get("tools"))) {
            StepType type = stepTypes.apply(tool);
            if (isTool(type)) {
                inside.add(inside(agent, 2, node(id, ":" + tool, tool, null), type));
            }
        }
        return inside;
    }

    /** An agent that used itself, or the engine, could go on for ever. */
    private static boolean isTool(@Nullable StepType type) {
        return type != null && type.runByWorker() && !type.type().equals(CompiledNode.AGENT);
    }

    static String turn(String agentId) {
        return agentId + TURN;
    }

    static String approval(String agentId) {
        return agentId + APPROVAL;
    }

    static String tool(String agentId, String type) {
        return agentId + ":" + type;
    }

    /** The texts of a list; anything else in it is left out. */
    static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static CompiledNode inside(CompiledNode agent, int deeper, Node node, @Nullable StepType type) {
        List<String> handles =
                Objects.requireNonNullElse(type == null ? null : type.handlesFor(Map.of()), List.of(Edge.OUT));
        return new CompiledNode(
                node,
                type,
                agent,
                agent.depth() + deeper,
                Set.copyOf(handles),
                List.of(),
                List.of(),
                Set.of(),
                Set.of());
    }

    private static Node node(String agentId, String suffix, String type, @Nullable Retry retry) {
        return new Node(
                agentId + suffix, type, null, null, agentId, Map.of(), retry, null, null, null, null, null, null, null);
    }
}
