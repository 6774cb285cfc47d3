package com.automatrix.workflow.diff;

import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.workflow.diff.DefinitionDiff.Edges;
import com.automatrix.workflow.diff.DefinitionDiff.ElementChange;
import com.automatrix.workflow.diff.DefinitionDiff.Note;
import com.automatrix.workflow.diff.DefinitionDiff.Notes;
import com.automatrix.workflow.diff.DefinitionDiff.Step;
import com.automatrix.workflow.diff.DefinitionDiff.Steps;
import com.automatrix.workflow.diff.DefinitionDiff.Trigger;
import com.automatrix.workflow.diff.DefinitionDiff.Triggers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Says what differs between two forms of a workflow. One instance serves all threads. */
public final class DefinitionComparison {

    private static final Set<String> LAYOUT = Set.of("position", "note");
    private static final Set<String> KNOWN = Set.of("nodes", "edges", "triggers", "notes", "input", "settings");

    private final Supplier<StepTypes> stepTypes;

    /** @param stepTypes asked once for each comparison, for the names of fields */
    public DefinitionComparison(Supplier<StepTypes> stepTypes) {
        this.stepTypes = stepTypes;
    }

    public DefinitionDiff compare(Described before, Described after) {
        Map<String, Object> from = before.definition();
        Map<String, Object> to = after.definition();
        Elements oldNodes = Elements.of(from, "nodes");
        Elements newNodes = Elements.of(to, "nodes");
        Predicate<String> isInBoth = id -> oldNodes.has(id) && newNodes.has(id);
        Steps steps = new Steps(
                steps(newNodes, newNodes.without(oldNodes)),
                steps(oldNodes, oldNodes.without(newNodes)),
                changed(oldNodes, newNodes, field -> !LAYOUT.contains(field)));
        Edges edges = EdgeComparison.compare(EdgeComparison.edges(from), EdgeComparison.edges(to), isInBoth);
        DefinitionDiff diff = new DefinitionDiff(
                List.of(),
                FieldChange.between(before.about(), after.about()),
                steps,
                edges,
                triggers(Elements.of(from, "triggers"), Elements.of(to, "triggers")),
                notes(Elements.of(from, "notes"), Elements.of(to, "notes")),
                part(from, to, "input"),
                part(from, to, "settings"),
                changed(oldNodes, newNodes, LAYOUT::contains),
                FieldChange.between(rest(from), rest(to)));
        return diff.with(new Summary(diff, oldNodes, newNodes, stepTypes.get()).sentences(to));
    }

    private static List<Step> steps(Elements nodes, List<String> ids) {
        return ids.stream()
                .map(id -> new Step(id, nodes.name(id), nodes.text(id, "type")))
                .toList();
    }

    private static Triggers triggers(Elements before, Elements after) {
        return new Triggers(
                after.without(before).stream().map(id -> trigger(after, id)).toList(),
                before.without(after).stream().map(id -> trigger(before, id)).toList(),
                changed(before, after, _ -> true));
    }

    private static Trigger trigger(Elements triggers, String id) {
        return new Trigger(id, triggers.text(id, "type"), triggers.optional(id, "eventType"));
    }

    private static Notes notes(Elements before, Elements after) {
        return new Notes(
                after.without(before).stream().map(id -> note(after, id)).toList(),
                before.without(after).stream().map(id -> note(before, id)).toList(),
                changed(before, after, _ -> true).stream()
                        .map(change -> new ElementChange(
                                change.id(), Words.shortened(after.text(change.id(), "text")), change.fields()))
                        .toList());
    }

    private static Note note(Elements notes, String id) {
        return new Note(id, notes.text(id, "text"));
    }

    /** @param counts which fields are looked at */
    private static List<ElementChange> changed(Elements before, Elements after, Predicate<String> counts) {
        List<ElementChange> changed = new ArrayList<>();
        for (String id : after.within(before)) {
            List<FieldChange> fields = FieldChange.between(before.get(id), after.get(id)).stream()
                    .filter(change -> counts.test(change.field()))
                    .toList();
            if (!fields.isEmpty()) {
                changed.add(new ElementChange(id, after.name(id), fields));
            }
        }
        return List.copyOf(changed);
    }

    /** A part that is not there is as good as an empty one. */
    private static List<FieldChange> part(Map<String, Object> before, Map<String, Object> after, String key) {
        return FieldChange.between(before.getOrDefault(key, Map.of()), after.getOrDefault(key, Map.of()));
    }

    private static Map<String, Object> rest(Map<String, Object> definition) {
        Map<String, Object> rest = new LinkedHashMap<>(definition);
        rest.keySet().removeAll(KNOWN);
        return rest;
    }
}
