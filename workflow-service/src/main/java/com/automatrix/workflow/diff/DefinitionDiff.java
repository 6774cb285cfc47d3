package com.automatrix.workflow.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two forms of a workflow.
 *
 * @param summary sentences for people; one that says so if nothing differs
 * @param about name, description and category
 * @param notes what stands free on the canvas
 * @param layout what only the canvas shows: positions and notes of steps that are in both
 * @param other what the language has no word for
 */
public record DefinitionDiff(
        List<String> summary,
        List<FieldChange> about,
        Steps steps,
        Edges edges,
        Triggers triggers,
        Notes notes,
        List<FieldChange> input,
        List<FieldChange> settings,
        List<ElementChange> layout,
        List<FieldChange> other) {

    DefinitionDiff with(List<String> sentences) {
        return new DefinitionDiff(sentences, about, steps, edges, triggers, notes, input, settings, layout, other);
    }

    /** Steps by their ids: one with another id is another step. */
    public record Steps(List<Step> added, List<Step> removed, List<ElementChange> changed) {}

    /**
     * A step that is in one form only.
     *
     * @param name its id, if it has no name
     */
    public record Step(String id, String name, String type) {}

    /**
     * A step, trigger or note that is in both forms.
     *
     * @param fields with pointers from the step, trigger or note
     */
    public record ElementChange(String id, String name, List<FieldChange> fields) {}

    /** Edges by their ends; one that has kept all but one end has changed. */
    public record Edges(List<Edge> added, List<Edge> removed, List<EdgeChange> changed) {}

    /** An edge from a handle of one step to another, by their ids. */
    public record Edge(String source, String sourceHandle, String target) {}

    /** An edge that leads elsewhere, or starts from another handle. */
    public record EdgeChange(Edge before, Edge after) {}

    /** Triggers by their ids. */
    public record Triggers(List<Trigger> added, List<Trigger> removed, List<ElementChange> changed) {}

    /** What starts the workflow. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Trigger(String id, String type, @Nullable String eventType) {}

    /** Notes by their ids. */
    public record Notes(List<Note> added, List<Note> removed, List<ElementChange> changed) {}

    /** A note that is in one form only. */
    public record Note(String id, String text) {}
}
