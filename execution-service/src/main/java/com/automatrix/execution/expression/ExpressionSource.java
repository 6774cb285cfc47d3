package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One JSONata expression as it stands in a template, found by reading over its strings, comments and regular
 * expressions up to the closing braces. Regular expressions are replaced by variables, so that they run on RE2/J.
 *
 * @param text JSONata, with a variable for each regular expression
 * @param end index in the template after the closing braces
 */
record ExpressionSource(String text, List<RegexFunction> regexes, int end) {

    static final String CLOSE = "}}";
    private static final Set<String> WORD_OPERATORS = Set.of("and", "or", "in");

    ExpressionSource {
        regexes = List.copyOf(regexes);
    }

    /** The variable that stands for the n-th regular expression. */
    static String variable(int index) {
        return "__regex" + index;
    }

    /** @param start index in the template after the opening braces */
    static ExpressionSource in(String template, int start) {
        return new Reader(template, start).read();
    }

    private static final class Reader {
        private final String template;
        private final StringBuilder text = new StringBuilder();
        private final List<RegexFunction> regexes = new ArrayList<>();
        private int position;
        private int openBraces;
        private boolean isAfterOperand;

        Reader(String template, int start) {
            this.template = template;
            this.position = start;
        }

        ExpressionSource read() {
            while (position < template.length()) {
                if (openBraces == 0 && template.startsWith(CLOSE, position)) {
                    return new ExpressionSource(text.toString(), regexes, position + CLOSE.length());
                }
                readToken(template.charAt(position));
            }
            throw new ExpressionFailed("expression.syntax", "Expected \"}}\" after an expression, but the text ends");
        }

        private void readToken(char c) {
            if (c == '"' || c == '\'') {
                copyTo(endOfString(c));
                isAfterOperand = true;
            } else if (c == '`') {
                copyTo(after("`", position + 1));
                isAfterOperand = true;
            } else if (template.startsWith("/*", position)) {
                copyTo(after("*/", position + 2));
            } else if (c == '/' && !isAfterOperand) {
                readRegex();
            } else if (Character.isLetterOrDigit(c) || c == '_' || c == '$') {
                readWord();
            } else {
                readSymbol(c);
            }
        }

        private void readSymbol(char c) {
            if (c == '{') {
                openBraces++;
            } else if (c == '}') {
                openBraces--;
            }
            if (!Character.isWhitespace(c)) {
                // A star or a percent sign may stand for a step of a path too; a regular expression never follows one.
                isAfterOperand = c == ')' || c == ']' || c == '}' || c == '*' || c == '%';
            }
            copyTo(position + 1);
        }

        private void readWord() {
            int end = position + 1;
            while (end < template.length()
                    && (Character.isLetterOrDigit(template.charAt(end)) || template.charAt(end) == '_')) {
                end++;
            }
            isAfterOperand = !WORD_OPERATORS.contains(template.substring(position, end));
            copyTo(end);
        }

        private void readRegex() {
            int end = endOfRegex();
            int flagsEnd = end + 1;
            while (flagsEnd < template.length() && "im".indexOf(template.charAt(flagsEnd)) >= 0) {
                flagsEnd++;
            }
            text.append('$').append(variable(regexes.size()));
            regexes.add(RegexFunction.of(template.substring(position + 1, end), template.substring(end + 1, flagsEnd)));
            position = flagsEnd;
            isAfterOperand = true;
        }

        private int endOfRegex() {
            boolean isInClass = false;
            for (int i = position + 1; i < template.length(); i++) {
                char c = template.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '[') {
                    isInClass = true;
                } else if (c == ']') {
                    isInClass = false;
                } else if (c == '/' && !isInClass) {
                    return i;
                }
            }
            throw new ExpressionFailed(
                    "expression.syntax", "Expected \"/\" after a regular expression, but the text ends");
        }

        private int endOfString(char quote) {
            for (int i = position + 1; i < template.length(); i++) {
                char c = template.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    return i + 1;
                }
            }
            throw new ExpressionFailed(
                    "expression.syntax", "Expected %s after a string, but the text ends".formatted(quote));
        }

        private int after(String terminator, int from) {
            int found = template.indexOf(terminator, from);
            if (found < 0) {
                throw new ExpressionFailed(
                        "expression.syntax", "Expected \"%s\", but the text ends".formatted(terminator));
            }
            return found + terminator.length();
        }

        private void copyTo(int end) {
            text.append(template, position, end);
            position = end;
        }
    }
}
