package com.automatrix.workflow.definition;

import com.automatrix.workflow.definition.JsonataToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a JSONata expression that parses into tokens, leaving out blanks and comments. */
final class JsonataLexer {

    private static final String OPERATOR_CHARACTERS = ".[]{}(),@#;:?+-*/%|=<>^&!~";
    private static final Set<String> LONG_OPERATORS = Set.of("..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??");

    private final String source;
    private final List<JsonataToken> tokens = new ArrayList<>();
    private int at;

    private JsonataLexer(String source) {
        this.source = source;
    }

    static List<JsonataToken> tokens(String source) {
        return new JsonataLexer(source).run();
    }

    private List<JsonataToken> run() {
        while (at < source.length()) {
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
        return tokens;
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

    /** A slash within brackets does not end a regular expression; flags may follow it. */
    private void regex() {
        int start = at;
        int depth = 0;
        for (at++; at < source.length() && (depth > 0 || source.charAt(at) != '/'); at++) {
            switch (source.charAt(at)) {
                case '\\' -> at++;
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        at++;
        while (at < source.length() && Character.isLetter(source.charAt(at))) {
            at++;
        }
        at = Math.min(at, source.length());
        tokens.add(new JsonataToken(Kind.REGEX, source.substring(start, at)));
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
