package com.automatrix.workflow.definition;

import com.automatrix.workflow.definition.JsonataToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a JSONata expression into tokens, leaving out blanks and comments. */
final class JsonataLexer {

    private static final String OPERATOR_CHARACTERS = ".[]{}(),@#;:?+-*/%|=<>^&!~";
    private static final Set<String> LONG_OPERATORS = Set.of("..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??");

    private static final String FLAGS = "im";

    private final String source;
    private final List<JsonataToken> tokens = new ArrayList<>();
    private final StringBuilder withoutRegexes = new StringBuilder();
    private int copiedTo;
    private int at;

    private JsonataLexer(String source) {
        this.source = source;
    }

    static List<JsonataToken> tokens(String source) {
        return new JsonataLexer(source).run();
    }

    /** Returns the expression with a variable in place of each regular expression, as the engine parses it. */
    static String withoutRegexes(String source) {
        JsonataLexer lexer = new JsonataLexer(source);
        lexer.run();
        return lexer.withoutRegexes
                .append(source, lexer.copiedTo, source.length())
                .toString();
    }

    /**
     * Finds the closing braces of an expression within a longer text.
     *
     * @param from the index after its opening braces
     * @return the index of the closing ones, or -1 if there are none; braces of objects and braces within quotes, comments
     *     and regular expressions do not count
     */
    static int endOfExpression(String text, int from) {
        JsonataLexer lexer = new JsonataLexer(text);
        lexer.at = from;
        int depth = 0;
        while (lexer.at < text.length()) {
            if (depth == 0 && text.startsWith("}}", lexer.at)) {
                return lexer.at;
            }
            int known = lexer.tokens.size();
            lexer.step();
            if (lexer.tokens.size() > known) {
                JsonataToken token = lexer.tokens.getLast();
                depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            }
        }
        return -1;
    }

    private List<JsonataToken> run() {
        while (at < source.length()) {
            step();
        }
        return tokens;
    }

    private void step() {
        char next = source.charAt(at);
        if (Character.isWhitespace(next)) {
            at++;
        } else if (source.startsWith("/*", at)) {
            int end = source.indexOf("*/", at + 2);
            at = end < 0 ? source.length() : end + 2;
        } else if (next == '"' || next == '\'') {
            quoted(next, Kind.TEXT);
        } else if (next == '`') {
            quoted(next, Kind.NAME);
        } else if (next == '/' && !afterOperand()) {
            regex();
        } else if (OPERATOR_CHARACTERS.indexOf(next) >= 0) {
            operator();
        } else {
            word();
        }
    }

    private void quoted(char quote, Kind kind) {
        StringBuilder text = new StringBuilder();
        for (at++; at < source.length() && source.charAt(at) != quote; at++) {
            if (source.charAt(at) == '\\' && at + 1 < source.length()) {
                at++;
            }
            text.append(source.charAt(at));
        }
        at++;
        tokens.add(new JsonataToken(kind, text.toString()));
    }

    /** A slash within square brackets does not end a regular expression; flags may follow it. */
    private void regex() {
        int start = at;
        boolean inClass = false;
        for (at++; at < source.length() && (inClass || source.charAt(at) != '/'); at++) {
            switch (source.charAt(at)) {
                case '\\' -> at++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                default -> {}
            }
        }
        at++;
        while (at < source.length() && FLAGS.indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        at = Math.min(at, source.length());
        tokens.add(new JsonataToken(Kind.REGEX, source.substring(start, at)));
        withoutRegexes.append(source, copiedTo, start).append("$__regex");
        copiedTo = at;
    }

    private void operator() {
        String two = source.substring(at, Math.min(at + 2, source.length()));
        String text = LONG_OPERATORS.contains(two) ? two : two.substring(0, 1);
        at += text.length();
        tokens.add(new JsonataToken(Kind.OPERATOR, text));
    }

    private void word() {
        int start = at;
        while (at < source.length()
                && !Character.isWhitespace(source.charAt(at))
                && OPERATOR_CHARACTERS.indexOf(source.charAt(at)) < 0) {
            at++;
        }
        String text = source.substring(start, at);
        tokens.add(new JsonataToken(kindOf(text), text));
    }

    private Kind kindOf(String text) {
        if (text.startsWith("$")) {
            return Kind.VARIABLE;
        }
        return switch (text) {
            // Where a value has to start they are names like any other.
            case "and", "or", "in" -> afterOperand() ? Kind.OPERATOR : Kind.NAME;
            default -> Character.isDigit(text.charAt(0)) ? Kind.NUMBER : Kind.NAME;
        };
    }

    private boolean afterOperand() {
        return !tokens.isEmpty() && tokens.getLast().endsOperand();
    }
}
