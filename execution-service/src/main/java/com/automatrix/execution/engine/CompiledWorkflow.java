package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.definition.Settings;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.steptype.StepType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One published version, ready to be executed; immutable, so one instance serves all its executions. */
public final class CompiledWorkflow {

    private final WorkflowId id;
    private final int version;
    private final String name;
    private final WorkflowDefinition definition;
    /** By container; the top level under the empty text. */
    private final Map<String, CompiledGraph> graphs;

    private final Map<String, CompiledNode> nodes;

    private CompiledWorkflow(
            WorkflowId id, int version, String name, WorkflowDefinition definition, GraphCompiler.Compiled compiled) {
        this.id = id;
        this.version = version;
        this.name = name;
        this.definition = definition;
        this.graphs = Map.copyOf(compiled.graphs());
        Map<String, CompiledNode> all = new HashMap<>();
        graphs.values().forEach(graph -> all.putAll(graph.byId()));
        all.putAll(compiled.compensations());
        all.putAll(compiled.ofAgents());
        this.nodes = Map.copyOf(all);
    }

    /**
     * Works out joins, upstream steps and handles.
     *
     * @param stepTypes null for a type that is not known: a step of it fails when it is reached
     * @throws IllegalArgumentException if the graph has a cycle, a doubled id or an edge to nowhere, which publishing
     *     has ruled out
     */
    public static CompiledWorkflow compile(
            WorkflowId id,
            int version,
            String name,
            WorkflowDefinition definition,
            Function<String, @Nullable StepType> stepTypes) {
        return new CompiledWorkflow(id, version, name, definition, new GraphCompiler(definition, stepTypes).compile());
    }

    public WorkflowId id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    public WorkflowDefinition definition() {
        return definition;
    }

    /** How long an execution may take in all; null is for ever. */
    @Nullable
    Duration timeout() {
        Settings settings = definition.settings();
        return settings == null ? null : settings.timeout();
    }

    /** How many executions may go on at once; null is any number. */
    @Nullable
    Concurrency concurrency() {
        Settings settings = definition.settings();
        return settings == null ? null : settings.concurrency();
    }

    /** Names under which executions are found, each with its expression. */
    Map<String, String> businessKeys() {
        Settings settings = definition.settings();
        Map<String, String> keys = settings == null ? null : settings.businessKeys();
        return keys == null ? Map.of() : keys;
    }

    /** The top level. */
    CompiledGraph top() {
        return inside("");
    }

    /** What is in a container. */
    CompiledGraph inside(String container) {
        return graphs.getOrDefault(container, CompiledGraph.EMPTY);
    }

    /** What is on the same level as a node. */
    CompiledGraph beside(CompiledNode node) {
        CompiledNode container = node.container();
        return container == null ? top() : inside(container.id());
    }

    /** Also of what is in containers, and of what undoes a node. */
    @Nullable
    CompiledNode node(String nodeId) {
        return nodes.get(nodeId);
    }

    /** Where a step run is; null if it is none of this workflow. */
    @Nullable
    Place place(StepRunId run) {
        CompiledNode node = nodes.get(run.nodeId());
        return node == null || node.depth() != run.iteration().size() ? null : new Place(node, run.iteration());
    }
}
