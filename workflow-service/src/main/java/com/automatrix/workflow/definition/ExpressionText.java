package com.automatrix.workflow.definition;

import java.util.ArrayList;
import java.util.List;

/**
 * A config string taken apart into its expressions, the parts between <code>{{</code> and <code>}}</code>.
 *
 * @param isSingleExpression whether the string is exactly one expression, which keeps its value's JSON type
 * @param isClosed whether every expression that was opened is closed again
 */
record ExpressionText(List<String> expressions, boolean isSingleExpression, boolean isClosed) {

    private static final String OPEN = "{{";

    ExpressionText {
        expressions = List.copyOf(expressions);
    }

    static boolean hasExpression(String text) {
        return text.contains(OPEN);
    }

    static ExpressionText parse(String text) {
        List<String> expressions = new ArrayList<>();
        int at = text.indexOf(OPEN);
        boolean nothingOutside = at == 0;
        while (at >= 0) {
            int end = JsonataLexer.endOfExpression(text, at + OPEN.length());
            if (end < 0) {
                return new ExpressionText(expressions, false, false);
            }
            expressions.add(text.substring(at + OPEN.length(), end));
            int next = text.indexOf(OPEN, end + 2);
            nothingOutside &= end + 2 == text.length();
            at = next;
        }
        return new ExpressionText(expressions, nothingOutside && expressions.size() == 1, true);
    }
}
