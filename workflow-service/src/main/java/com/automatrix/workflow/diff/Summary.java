package com.automatrix.workflow.diff;

import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.workflow.diff.DefinitionDiff.Edge;
import com.automatrix.workflow.diff.DefinitionDiff.ElementChange;
import com.automatrix.workflow.diff.DefinitionDiff.Note;
import com.automatrix.workflow.diff.DefinitionDiff.Step;
import com.automatrix.workflow.diff.DefinitionDiff.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in plain words what differs, by the names that people see. */
final class Summary {

    private static final String OUT = "out";

    private final DefinitionDiff diff;
    private final Elements before;
    private final Elements after;
    private final FieldNames fields;
    private final List<String> sentences = new ArrayList<>();

    Summary(DefinitionDiff diff, Elements before, Elements after, StepTypes stepTypes) {
        this.diff = diff;
        this.before = before;
        this.after = after;
        this.fields = new FieldNames(stepTypes);
    }

    List<String> sentences(Map<String, Object> definition) {
        diff.about().forEach(change -> sentences.add(about(change)));
        triggers();
        if (!diff.input().isEmpty()) {
            sentences.add("Changes what the workflow takes as input.");
        }
        Set<Edge> edges = EdgeComparison.edges(definition);
        diff.steps().added().forEach(step -> sentences.add(added(step, edges)));
        diff.steps()
                .removed()
                .forEach(step -> sentences.add("Removes the step %s.".formatted(Words.quote(step.name()))));
        diff.steps().changed().forEach(this::changed);
        edges();
        diff.settings().forEach(change -> sentences.add(Words.sentence(change, setting(change))));
        if (!diff.other().isEmpty()) {
            sentences.add("Changes fields that the workflow language does not have.");
        }
        layout();
        notes();
        return sentences.isEmpty() ? List.of("There is no difference.") : List.copyOf(sentences);
    }

    private static String about(FieldChange change) {
        return change.field().equals("name")
                ? "Renames the workflow from %s to %s."
                        .formatted(Words.value(change.before()), Words.value(change.after()))
                : Words.sentence(change, "the " + change.field());
    }

    private void triggers() {
        for (Trigger trigger : diff.triggers().added()) {
            String kind = trigger.eventType() == null ? trigger.type() : trigger.type() + " " + trigger.eventType();
            sentences.add("Adds the trigger %s (%s).".formatted(Words.quote(trigger.id()), kind));
        }
        diff.triggers()
                .removed()
                .forEach(trigger -> sentences.add("Removes the trigger %s.".formatted(Words.quote(trigger.id()))));
        for (ElementChange trigger : diff.triggers().changed()) {
            for (FieldChange change : trigger.fields()) {
                String field = "the %s of the trigger %s".formatted(change.field(), Words.quote(trigger.id()));
                sentences.add(Words.sentence(change, field));
            }
        }
    }

    private String added(Step step, Set<Edge> edges) {
        List<String> sources = edges.stream()
                .filter(edge -> edge.target().equals(step.id()))
                .map(this::start)
                .toList();
        String parent = after.text(step.id(), "parent");
        String inside = parent.isEmpty() ? "" : " inside " + Words.quote(after.name(parent));
        String place = sources.isEmpty() ? " at the beginning" : " after " + Words.and(sources);
        return "Adds the step %s%s%s.".formatted(Words.quote(step.name()), inside, place);
    }

    private void changed(ElementChange step) {
        List<FieldChange> rest = new ArrayList<>();
        for (FieldChange change : step.fields()) {
            switch (change.field()) {
                case "name" ->
                    sentences.add("Renames the step %s to %s."
                            .formatted(Words.quote(before.name(step.id())), Words.quote(step.name())));
                case "parent" -> sentences.add(moved(step));
                default -> rest.add(change);
            }
        }
        String ofStep = " of " + Words.quote(step.name());
        String type = after.text(step.id(), "type");
        if (rest.size() == 1 && rest.getFirst().segment(3).isEmpty()) {
            sentences.add(Words.sentence(rest.getFirst(), fields.of(rest.getFirst(), type) + ofStep));
        } else if (!rest.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            rest.forEach(change -> names.add(fields.of(change, type)));
            sentences.add("Changes " + Words.and(List.copyOf(names)) + ofStep + ".");
        }
    }

    private String moved(ElementChange step) {
        String parent = after.text(step.id(), "parent");
        return parent.isEmpty()
                ? "Moves the step %s out of %s."
                        .formatted(Words.quote(step.name()), Words.quote(before.name(before.text(step.id(), "parent"))))
                : "Moves the step %s into %s.".formatted(Words.quote(step.name()), Words.quote(after.name(parent)));
    }

    private void edges() {
        // The sentence of an added step says what it comes after, and a removed one takes its edges with it.
        diff.edges().added().stream()
                .filter(edge -> before.has(edge.target()))
                .forEach(edge -> sentences.add("Connects %s to %s.".formatted(start(edge), name(edge.target()))));
        diff.edges().removed().stream()
                .filter(edge -> after.has(edge.source()) && after.has(edge.target()))
                .forEach(edge -> sentences.add("Disconnects %s from %s.".formatted(start(edge), name(edge.target()))));
        diff.edges().changed().forEach(change -> {
            Edge old = change.before();
            Edge fresh = change.after();
            sentences.add(
                    old.target().equals(fresh.target())
                            ? "Connects %s instead of %s to %s."
                                    .formatted(start(fresh), start(old), name(fresh.target()))
                            : "Connects %s to %s instead of %s."
                                    .formatted(start(fresh), name(fresh.target()), name(old.target())));
        });
    }

    private static String setting(FieldChange change) {
        return change.segment(2).isEmpty()
                ? "the setting \"%s\"".formatted(change.field())
                : "%s of the setting %s".formatted(Words.quote(change.segment(2)), Words.quote(change.field()));
    }

    private void layout() {
        long moved =
                diff.layout().stream().filter(step -> has(step, "position")).count();
        long noted = diff.layout().stream().filter(step -> has(step, "note")).count();
        if (moved > 0) {
            sentences.add("Moves %s on the canvas.".formatted(Words.count(moved, "step", "steps")));
        }
        if (noted > 0) {
            sentences.add("Changes the notes of %s.".formatted(Words.count(noted, "step", "steps")));
        }
    }

    private void notes() {
        diff.notes().added().forEach(note -> sentences.add("Adds the note %s.".formatted(note(note))));
        diff.notes().removed().forEach(note -> sentences.add("Removes the note %s.".formatted(note(note))));
        for (ElementChange note : diff.notes().changed()) {
            String done = has(note, "text") ? "Rewrites" : has(note, "position") ? "Moves" : "Recolors";
            sentences.add("%s the note %s.".formatted(done, Words.quote(note.name())));
        }
    }

    private static String note(Note note) {
        return Words.quote(Words.shortened(note.text()));
    }

    private static boolean has(ElementChange step, String field) {
        return step.fields().stream().anyMatch(change -> change.field().equals(field));
    }

    private String start(Edge edge) {
        String name = name(edge.source());
        return edge.sourceHandle().equals(OUT) ? name : "%s (%s)".formatted(name, edge.sourceHandle());
    }

    private String name(String id) {
        return Words.quote(after.has(id) ? after.name(id) : before.name(id));
    }
}
