package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node in one iteration of the loops around it: where a step run is.
 *
 * @param path the iterations of the loops around the node, outermost first
 */
record Place(CompiledNode node, List<Integer> path) {

    Place {
        path = List.copyOf(path);
    }

    StepRunId id() {
        return new StepRunId(node.id(), path);
    }

    String nodeId() {
        return node.id();
    }

    String type() {
        return node.node().type();
    }

    /** The container around it; null at the top level. */
    @Nullable
    Place container() {
        CompiledNode around = node.container();
        return around == null ? null : new Place(around, path.subList(0, around.depth()));
    }

    /** The step run of the container around it; null at the top level. */
    @Nullable
    StepRunId parent() {
        Place around = container();
        return around == null ? null : around.id();
    }

    /** The iteration of the loop directly around it. */
    int iteration() {
        CompiledNode around = Objects.requireNonNull(node.container(), "a node in a loop");
        return path.get(around.depth());
    }

    /** The path of what is inside this loop, in one of its iterations. */
    List<Integer> iteration(int index) {
        List<Integer> inside = new ArrayList<>(path);
        inside.add(index);
        return inside;
    }
}
