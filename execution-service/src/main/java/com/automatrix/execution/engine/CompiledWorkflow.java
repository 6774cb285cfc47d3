package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Settings;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.steptype.StepType;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One published version, ready to be executed; immutable, so one instance serves all its executions. */
public final class CompiledWorkflow {

    private final WorkflowId id;
    private final int version;
    private final String name;
    private final WorkflowDefinition definition;
    private final Map<String, CompiledNode> nodes;

    private CompiledWorkflow(
            WorkflowId id, int version, String name, WorkflowDefinition definition, Map<String, CompiledNode> nodes) {
        this.id = id;
        this.version = version;
        this.name = name;
        this.definition = definition;
        this.nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
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

    /** The top-level nodes, each after all that lead to it. */
    Collection<CompiledNode> nodes() {
        return nodes.values();
    }

    @Nullable
    CompiledNode node(String nodeId) {
        return nodes.get(nodeId);
    }
}
