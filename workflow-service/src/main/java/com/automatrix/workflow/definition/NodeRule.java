package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** There are steps, their ids are unique, and a parent is a container that does not lie within its own child. */
final class NodeRule implements Rule {

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        if (examined.draft().fields().get("nodes") instanceof List<?> nodes && nodes.isEmpty()) {
            report.accept(
                    Problem.error(Codes.GRAPH_EMPTY, null, "/nodes", "The workflow has no steps. Add at least one."));
        }
        Set<String> seen = new HashSet<>();
        for (DraftNode node : examined.draft().nodes()) {
            if (!seen.add(node.id())) {
                report.accept(Problem.error(
                        Codes.GRAPH_DUPLICATE_NODE,
                        node.id(),
                        node.pointer() + "/id",
                        "Two steps have the id \"%s\". Give one of them another id.".formatted(node.id())));
            }
            checkParent(node, examined, report);
            checkChildren(node, examined, report);
        }
    }

    private static void checkParent(DraftNode node, Examined examined, Consumer<Problem> report) {
        String parentId = node.parent();
        if (parentId == null) {
            return;
        }
        String pointer = node.pointer() + "/parent";
        DraftNode parent = examined.draft().node(parentId);
        if (parent == null) {
            report.accept(Problem.error(
                    Codes.GRAPH_UNKNOWN_PARENT,
                    node.id(),
                    pointer,
                    "The step lies within \"%s\", which does not exist.%s Move it to a container or to the top level."
                            .formatted(
                                    parentId,
                                    NearestName.suggestion(
                                            parentId, examined.draft().byId().keySet()))));
        } else if (!examined.typeOf(parent).map(StepType::isContainer).orElse(true)) {
            report.accept(Problem.error(
                    Codes.GRAPH_NOT_A_CONTAINER,
                    node.id(),
                    pointer,
                    "The step lies within \"%s\", which is of type %s and holds no steps. Move it to a container or to the top level."
                            .formatted(parentId, parent.type())));
        } else if (liesWithinItself(node, examined.draft())) {
            report.accept(Problem.error(
                    Codes.GRAPH_PARENT_CYCLE,
                    node.id(),
                    pointer,
                    "The step lies within itself. Move it to another container or to the top level."));
        }
    }

    private static void checkChildren(DraftNode node, Examined examined, Consumer<Problem> report) {
        boolean isContainer = examined.typeOf(node).map(StepType::isContainer).orElse(false);
        if (isContainer
                && examined.draft().nodes().stream()
                        .noneMatch(child -> node.id().equals(child.parent()))) {
            report.accept(Problem.error(
                    Codes.GRAPH_EMPTY_CONTAINER,
                    node.id(),
                    node.pointer(),
                    "The container \"%s\" holds no steps. Add one to it, or remove it.".formatted(node.id())));
        }
    }

    private static boolean liesWithinItself(DraftNode node, Draft draft) {
        Set<String> seen = new HashSet<>();
        String at = node.parent();
        while (at != null && seen.add(at)) {
            if (at.equals(node.id())) {
                return true;
            }
            DraftNode container = draft.node(at);
            at = container == null ? null : container.parent();
        }
        return false;
    }
}
