package com.automatrix.contracts.schema;

import com.networknt.schema.Error;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells what a string with expressions may become once they are evaluated. */
final class ExpressionText {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final Set<String> STATIC = Set.of("pattern", "not");

    private ExpressionText() {}

    /** Whether the value that the error is about can still turn out to fit. */
    static boolean mayFitLater(Error error) {
        String text = text(error.getInstanceNode());
        if (text == null || STATIC.contains(error.getKeyword())) {
            return false;
        }
        return error.getKeyword().equals("type") ? isOneExpression(text) : holdsExpression(text);
    }

    private static boolean holdsExpression(String text) {
        int open = text.indexOf(OPEN);
        return open >= 0 && text.indexOf(CLOSE, open) >= 0;
    }

    private static boolean isOneExpression(String text) {
        String trimmed = text.strip();
        return trimmed.startsWith(OPEN) && trimmed.endsWith(CLOSE) && trimmed.indexOf(OPEN, OPEN.length()) < 0;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node != null && node.isString() ? node.stringValue() : null;
    }
}
