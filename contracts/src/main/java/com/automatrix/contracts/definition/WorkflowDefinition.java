package com.automatrix.contracts.definition;

import com.automatrix.contracts.json.JsonTree;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One workflow as a document: what it takes, what starts it, its steps and how they hang together.
 *
 * @param specVersion version of the workflow language, {@code "1"}
 * @param input JSON Schema of the execution's input; null accepts anything
 * @param notes what people wrote on the canvas; an execution does not see it
 */
public record WorkflowDefinition(
        String specVersion,
        @Nullable Map<String, Object> input,
        List<Trigger> triggers,
        List<Node> nodes,
        List<Edge> edges,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Note> notes,
        @Nullable Settings settings) {

    /** The version of the workflow language that this code speaks. */
    public static final String SPEC_VERSION = "1";

    public WorkflowDefinition {
        input = input == null ? null : JsonTree.object(input);
        triggers = JsonTree.list(triggers);
        nodes = JsonTree.list(nodes);
        edges = JsonTree.list(edges);
        notes = JsonTree.list(notes);
    }
}
