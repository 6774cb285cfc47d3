package com.automatrix.template.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where an expression is in a string, braces included, read as the engine reads it.
 *
 * @param end the index after its last brace
 * @param quoted the parts of it that are strings, quoted names, comments and regular expressions
 */
public record ExpressionRange(int start, int end, List<Span> quoted) {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    public ExpressionRange {
        quoted = List.copyOf(quoted);
    }

    /**
     * A part of the string.
     *
     * @param end the index after its last character
     */
    public record Span(int start, int end) {

        boolean holds(int index) {
            return start <= index && index < end;
        }
    }

    /** Finds the expressions of a string; one that stays open goes on to the end. */
    static List<ExpressionRange> in(String text) {
        List<ExpressionRange> found = new ArrayList<>();
        for (int start = text.indexOf(OPEN);
                start >= 0;
                start = text.indexOf(OPEN, found.getLast().end())) {
            found.add(new Reader(text, start).read());
        }
        return found;
    }

    /** Every expression of a definition, with a blank for each character that is quoted. */
    public static List<String> unquotedIn(Map<String, Object> definition) {
        List<String> found = new ArrayList<>();
        JsonStrings.replaced(definition, (pointer, text) -> {
            if (Placeholders.isEvaluated(pointer)) {
                in(text).forEach(expression -> found.add(expression.unquoted(text)));
            }
            return text;
        });
        return found;
    }

    boolean isQuoted(int index) {
        return quoted.stream().anyMatch(span -> span.holds(index));
    }

    private String unquoted(String text) {
        StringBuilder bare = new StringBuilder(text.substring(start, end));
        for (Span span : quoted) {
            for (int at = span.start(); at < span.end(); at++) {
                bare.setCharAt(at - start, ' ');
            }
        }
        return bare.toString();
    }

    private static final class Reader {

        private static final Set<String> WORD_OPERATORS = Set.of("and", "or", "in");
        /** A value may end with one of them, so that a slash after it divides. */
        private static final String ENDS_OF_OPERANDS = ")]}*%";

        private final String text;
        private final int start;
        private final List<Span> quoted = new ArrayList<>();
        private int at;
        private int depth;
        private boolean afterOperand;

        private Reader(String text, int start) {
            this.text = text;
            this.start = start;
            this.at = start + OPEN.length();
        }

        private ExpressionRange read() {
            while (at < text.length()) {
                if (depth == 0 && text.startsWith(CLOSE, at)) {
                    return new ExpressionRange(start, at + CLOSE.length(), quoted);
                }
                token(text.charAt(at));
            }
            return new ExpressionRange(start, text.length(), quoted);
        }

        private void token(char next) {
            if (next == '"' || next == '\'') {
                quotedTo(endOfEscaped(next));
                afterOperand = true;
            } else if (next == '`') {
                quotedTo(after("`", at + 1));
                afterOperand = true;
            } else if (text.startsWith("/*", at)) {
                quotedTo(after("*/", at + 2));
            } else if (next == '/' && !afterOperand) {
                quotedTo(endOfRegex());
                afterOperand = true;
            } else if (isOfWord(next) || next == '$') {
                word();
            } else {
                symbol(next);
            }
        }

        private void quotedTo(int end) {
            quoted.add(new Span(at, end));
            at = end;
        }

        private int endOfEscaped(char quote) {
            for (int index = at + 1; index < text.length(); index++) {
                if (text.charAt(index) == '\\') {
                    index++;
                } else if (text.charAt(index) == quote) {
                    return index + 1;
                }
            }
            return text.length();
        }

        private int endOfRegex() {
            boolean inClass = false;
            for (int index = at + 1; index < text.length(); index++) {
                switch (text.charAt(index)) {
                    case '\\' -> index++;
                    case '[' -> inClass = true;
                    case ']' -> inClass = false;
                    case '/' -> {
                        if (!inClass) {
                            return index + 1;
                        }
                    }
                    default -> {}
                }
            }
            return text.length();
        }

        private int after(String terminator, int from) {
            int found = text.indexOf(terminator, from);
            return found < 0 ? text.length() : found + terminator.length();
        }

        private void word() {
            int end = at + 1;
            while (end < text.length() && isOfWord(text.charAt(end))) {
                end++;
            }
            afterOperand = !WORD_OPERATORS.contains(text.substring(at, end));
            at = end;
        }

        private void symbol(char next) {
            depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            if (!Character.isWhitespace(next)) {
                afterOperand = ENDS_OF_OPERANDS.indexOf(next) >= 0;
            }
            at++;
        }

        private static boolean isOfWord(char next) {
            return Character.isLetterOrDigit(next) || next == '_';
        }
    }
}
