package com.automatrix.template.instantiation;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an expression is in a string, braces included.
 *
 * @param end the index after its last brace
 */
record ExpressionRange(int start, int end) {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** Finds the expressions of a string; one that stays open goes on to the end. */
    static List<ExpressionRange> in(String text) {
        List<ExpressionRange> found = new ArrayList<>();
        for (int start = text.indexOf(OPEN);
                start >= 0;
                start = text.indexOf(OPEN, found.getLast().end())) {
            found.add(new ExpressionRange(start, endOf(text, start + OPEN.length())));
        }
        return found;
    }

    /** Braces of objects and braces within quotes do not close an expression. */
    private static int endOf(String text, int from) {
        int depth = 0;
        for (int at = from; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '"' || next == '\'' || next == '`') {
                at = endOfQuoted(text, at);
            } else if (next == '{') {
                depth++;
            } else if (next == '}' && depth > 0) {
                depth--;
            } else if (text.startsWith(CLOSE, at)) {
                return at + CLOSE.length();
            }
        }
        return text.length();
    }

    private static int endOfQuoted(String text, int open) {
        for (int at = open + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == text.charAt(open)) {
                return at;
            }
        }
        return text.length();
    }
}
