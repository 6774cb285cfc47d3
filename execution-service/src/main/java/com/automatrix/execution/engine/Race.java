package com.automatrix.execution.engine;

import com.automatrix.contracts.message.StepError;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code flow.race}: the first branch to finish wins, and the others are cancelled. A branch is what can be reached from
 * one of the steps that begin the race; one that failed wins only when all have.
 */
final class Race {

    private Race() {}

    static void advance(Transition transition, Place race) {
        CompiledGraph inside = transition.workflow().inside(race.nodeId());
        Advancing.decide(transition, inside, race.path());
        if (!Containers.isOpen(transition, race)) {
            return;
        }
        for (String entry : entries(inside)) {
            CompiledGraph branch = branch(inside, entry);
            boolean isFinished = Advancing.isDecided(transition, branch, race.path());
            if (isFinished && !hasFailed(transition, branch, race.path())) {
                win(transition, race, entry, branch);
                return;
            }
        }
    }

    private static void win(Transition transition, Place race, String entry, CompiledGraph branch) {
        Cancelling.cancelInside(transition, Insides.of(transition.state(), race.id()));
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("winner", entry);
        output.put("output", Ending.outputOfTerminalNodes(transition, branch, race.path()));
        Containers.finish(transition, race, output);
    }

    /** Gives up the branch; the race fails once no branch is left. */
    static void branchFailed(Transition transition, Place race, Place child, StepError error) {
        CompiledGraph inside = transition.workflow().inside(race.nodeId());
        boolean isAnyLeft = false;
        for (String entry : entries(inside)) {
            CompiledGraph branch = branch(inside, entry);
            if (branch.byId().containsKey(child.nodeId())) {
                Cancelling.cancelThose(transition, child, branch.byId().keySet());
            } else {
                isAnyLeft |= !hasFailed(transition, branch, race.path());
            }
        }
        if (!isAnyLeft) {
            Containers.fail(transition, race, error);
        }
    }

    private static boolean hasFailed(Transition transition, CompiledGraph branch, List<Integer> path) {
        return branch.nodes().stream()
                .map(node -> transition.state().step(new Place(node, path).id()))
                .anyMatch(Race::hasFailed);
    }

    private static boolean hasFailed(@Nullable StepRun run) {
        return run != null && run.status() == StepStatus.FAILED && run.handles().isEmpty();
    }

    private static List<String> entries(CompiledGraph inside) {
        return inside.nodes().stream()
                .filter(node -> node.incoming().isEmpty())
                .map(CompiledNode::id)
                .toList();
    }

    private static CompiledGraph branch(CompiledGraph inside, String entry) {
        Set<String> ids = new LinkedHashSet<>(Set.of(entry));
        inside.nodes().stream()
                .filter(node -> node.upstream().contains(entry))
                .map(CompiledNode::id)
                .forEach(ids::add);
        LinkedHashMap<String, CompiledNode> nodes = new LinkedHashMap<>(inside.byId());
        nodes.keySet().retainAll(ids);
        return new CompiledGraph(nodes);
    }
}
