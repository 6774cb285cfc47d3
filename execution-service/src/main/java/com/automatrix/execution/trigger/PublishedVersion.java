package com.automatrix.execution.trigger;

import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.engine.CompiledWorkflow;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version that was published once, ready to be executed; it never changes. */
public final class PublishedVersion {

    private final CompiledWorkflow compiled;
    private final Map<String, Node> nodes = new HashMap<>();

    PublishedVersion(CompiledWorkflow compiled) {
        this.compiled = compiled;
        compiled.definition().nodes().forEach(node -> nodes.put(node.id(), node));
    }

    public CompiledWorkflow compiled() {
        return compiled;
    }

    public WorkflowId workflowId() {
        return compiled.id();
    }

    public int version() {
        return compiled.version();
    }

    public String name() {
        return compiled.name();
    }

    public WorkflowDefinition definition() {
        return compiled.definition();
    }

    public @Nullable Node node(String nodeId) {
        return nodes.get(nodeId);
    }
}
