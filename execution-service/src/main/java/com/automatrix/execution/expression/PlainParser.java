package com.automatrix.execution.expression;

import com.automatrix.execution.expression.PlainExpression.And;
import com.automatrix.execution.expression.PlainExpression.Call;
import com.automatrix.execution.expression.PlainExpression.Comparison;
import com.automatrix.execution.expression.PlainExpression.Literal;
import com.automatrix.execution.expression.PlainExpression.NotPlain;
import com.automatrix.execution.expression.PlainExpression.OneOf;
import com.automatrix.execution.expression.PlainExpression.Or;
import com.automatrix.execution.expression.PlainExpression.Path;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads plain expressions. Whatever it does not know, down to an escape in a text, makes the whole expression one for
 * JSONata.
 */
final class PlainParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<text>\"[^\"\\\\]*\"|'[^'\\\\]*')"
            + "|(?<number>(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?![\\w.]))"
            + "|(?<word>\\$?[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<symbol>!=|<=|>=|[=<>().,\\[\\]]))\\s*");

    private static final Set<String> RESERVED = Set.of("and", "or", "in", "true", "false", "null");
    private static final int MAX_DEPTH = 50;

    private final List<String> tokens;
    private int next;
    private int depth;

    private PlainParser(List<String> tokens) {
        this.tokens = tokens;
    }

    /** Reads an expression that JSONata has accepted; empty if it is not a plain one. */
    static Optional<PlainExpression> parse(String text) {
        try {
            var parser = new PlainParser(tokens(text));
            var expression = parser.or();
            return parser.next == parser.tokens.size() ? Optional.of(expression) : Optional.empty();
        } catch (NotPlain notPlain) {
            return Optional.empty();
        }
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text);
        int position = 0;
        while (position < text.length()) {
            if (!matcher.region(position, text.length()).lookingAt()) {
                throw new NotPlain();
            }
            tokens.add(matcher.group().strip());
            position = matcher.end();
        }
        return tokens;
    }

    private PlainExpression or() {
        var expression = and();
        while (took("or")) {
            expression = new Or(expression, and());
        }
        return expression;
    }

    private PlainExpression and() {
        var expression = comparison();
        while (took("and")) {
            expression = new And(expression, comparison());
        }
        return expression;
    }

    private PlainExpression comparison() {
        var left = operand();
        if (took("in")) {
            return new OneOf(left, literals());
        }
        var operator = PlainOperator.of(peek());
        if (operator.isEmpty()) {
            return left;
        }
        next++;
        return new Comparison(operator.get(), left, operand());
    }

    private List<Object> literals() {
        expect("[");
        var literals = new ArrayList<Object>();
        do {
            literals.add(literal(peek()).orElseThrow(NotPlain::new));
            next++;
        } while (took(","));
        expect("]");
        return literals;
    }

    private PlainExpression operand() {
        var token = peek();
        next++;
        if (token.equals("(")) {
            return nested(this::or);
        }
        if (token.startsWith("$")) {
            expect("(");
            return nested(() -> call(token.substring(1)));
        }
        return literal(token).<PlainExpression>map(Literal::new).orElseGet(() -> path(token));
    }

    private PlainExpression nested(Supplier<PlainExpression> inside) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new NotPlain();
        }
        var expression = inside.get();
        expect(")");
        depth--;
        return expression;
    }

    private PlainExpression call(String name) {
        var arguments = new ArrayList<PlainExpression>();
        do {
            arguments.add(or());
        } while (took(","));
        return new Call(PlainFunction.of(name, arguments.size()).orElseThrow(NotPlain::new), arguments);
    }

    private static Optional<Object> literal(String token) {
        if (token.startsWith("\"") || token.startsWith("'")) {
            return Optional.of(token.substring(1, token.length() - 1));
        }
        if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
            return Optional.of(Utils.convertNumber(Double.valueOf(token)));
        }
        return switch (token) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            case "null" -> Optional.of(Jsonata.NULL_VALUE);
            default -> Optional.empty();
        };
    }

    // What else may stand behind an operand, such as a further step or a filter, ends the reading: it is not expected.
    private PlainExpression path(String first) {
        var names = new ArrayList<>(List.of(name(first)));
        while (took(".")) {
            names.add(name(peek()));
            next++;
        }
        return new Path(names);
    }

    private static String name(String token) {
        boolean isName = !token.isEmpty() && (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_');
        if (!isName || RESERVED.contains(token)) {
            throw new NotPlain();
        }
        return token;
    }

    private boolean took(String token) {
        boolean isNext = peek().equals(token);
        if (isNext) {
            next++;
        }
        return isNext;
    }

    private void expect(String token) {
        if (!took(token)) {
            throw new NotPlain();
        }
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }
}
