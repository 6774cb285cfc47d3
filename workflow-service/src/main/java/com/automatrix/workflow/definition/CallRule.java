package com.automatrix.workflow.definition;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A workflow that is called exists. That it is not published yet is no error: two that call each other are published one
 * after the other.
 */
final class CallRule implements Rule {

    private final CalledWorkflows workflows;

    CallRule(CalledWorkflows workflows) {
        this.workflows = workflows;
    }

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        for (DraftNode node : examined.draft().nodes()) {
            if (node.type().equals("flow.call")) {
                UUID called = id(node.config().get("workflowId"));
                Problem problem = called == null ? null : problem(node, called);
                if (problem != null) {
                    report.accept(problem);
                }
            }
        }
    }

    private @Nullable Problem problem(DraftNode node, UUID called) {
        String pointer = node.pointer() + "/config/workflowId";
        return switch (workflows.find(called)) {
            case PUBLISHED -> null;
            case NOT_PUBLISHED ->
                Problem.warning(
                        Codes.CALL_NO_WORKFLOW,
                        node.id(),
                        pointer,
                        "The workflow that step \"%s\" calls is not published: until it is, the step fails. Publish it first."
                                .formatted(node.id()));
            case MISSING ->
                Problem.error(
                        Codes.CALL_NO_WORKFLOW,
                        node.id(),
                        pointer,
                        "There is no workflow %s for step \"%s\" to call. Choose another one."
                                .formatted(called, node.id()));
            case UNKNOWN ->
                Problem.warning(
                        Codes.CALL_NO_WORKFLOW,
                        node.id(),
                        pointer,
                        "It cannot be checked at the moment whether there is a workflow %s.".formatted(called));
        };
    }

    /** Null for an expression, and for what is no id at all: the schema speaks of that. */
    private static @Nullable UUID id(@Nullable Object value) {
        try {
            return value instanceof String text ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
