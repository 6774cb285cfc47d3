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
            int end = endOf(text, at + OPEN.length());
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

    /** Returns the index of the closing braces; braces of objects and braces within quotes do not close it. */
    private static int endOf(String text, int from) {
        int depth = 0;
        for (int at = from; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"', '\'', '`' -> at = endOfQuoted(text, at);
                case '{' -> depth++;
                case '}' -> {
                    if (depth == 0) {
                        return text.startsWith("}}", at) ? at : -1;
                    }
                    depth--;
                }
                default -> {}
            }
        }
        return -1;
    }

    private static int endOfQuoted(String text, int open) {
        char quote = text.charAt(open);
        for (int at = open + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                return at;
            }
        }
        return text.length();
    }
}
