package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What should be an expression is one: a condition without braces is a text, and always true. */
final class FixedConditionRule implements Rule {

    private static final Set<String> WIDGETS = Set.of("condition", "expression");

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        for (DraftNode node : examined.draft().nodes()) {
            examined.typeOf(node)
                    .map(StepType::configSchema)
                    .ifPresent(schema -> check(schema, node.config(), node, node.pointer() + "/config", report));
        }
        List<?> triggers = examined.draft().triggers();
        for (int index = 0; index < triggers.size(); index++) {
            if (triggers.get(index) instanceof Map<?, ?> trigger && trigger.get("filter") instanceof String filter) {
                checkText(filter, null, "/triggers/" + index + "/filter", report);
            }
        }
    }

    private static void check(
            Map<?, ?> schema, @Nullable Object value, DraftNode node, String pointer, Consumer<Problem> report) {
        if (value instanceof String text && isExpression(schema)) {
            checkText(text, node.id(), pointer, report);
        } else if (value instanceof Map<?, ?> object && schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((key, field) -> {
                if (field instanceof Map<?, ?> fieldSchema) {
                    check(fieldSchema, object.get(key), node, Pointer.child(pointer, String.valueOf(key)), report);
                }
            });
        } else if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
            for (int index = 0; index < list.size(); index++) {
                check(items, list.get(index), node, Pointer.child(pointer, index), report);
            }
        }
    }

    private static boolean isExpression(Map<?, ?> schema) {
        return schema.get("x-ui") instanceof Map<?, ?> hints
                && hints.get("widget") instanceof String widget
                && WIDGETS.contains(widget);
    }

    private static void checkText(String text, @Nullable String nodeId, String pointer, Consumer<Problem> report) {
        if (!text.isBlank() && !ExpressionText.hasExpression(text)) {
            report.accept(Problem.warning(
                    Codes.EXPRESSION_FIXED,
                    nodeId,
                    pointer,
                    "\"%s\" is a fixed text, not an expression. Put it between {{ and }} to have it evaluated."
                            .formatted(text)));
        }
    }
}
