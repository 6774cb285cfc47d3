package com.automatrix.workflow.definition;

import com.automatrix.workflow.definition.JsonataToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression refers to at its root: names such as {@code input}, and steps as {@code steps.<id>} or
 * {@code $$.steps.<id>}.
 *
 * <p>Inside a predicate or a mapped block ({@code lines[…]}, {@code lines.(…)}) a bare name belongs to the element at hand,
 * so only what starts at the root is counted there.
 *
 * @param paths what it reads, as far down as can be told
 */
record References(Set<String> names, Set<String> steps, List<DataPath> paths) {

    private static final Set<String> LAMBDAS = Set.of("function", "λ");

    static References in(String expression) {
        return in(JsonataLexer.tokens(expression));
    }

    static References in(List<JsonataToken> tokens) {
        return new Search(tokens).run();
    }

    static boolean isLambda(JsonataToken token) {
        return token.kind() == Kind.NAME && LAMBDAS.contains(token.text());
    }

    private static final class Search {

        private static final String STEPS = "steps";
        private static final Set<String> LITERALS = Set.of("true", "false", "null");

        private final List<JsonataToken> tokens;
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> steps = new LinkedHashSet<>();
        private final List<DataPath> paths = new ArrayList<>();
        private final Deque<Bracket> open = new ArrayDeque<>();
        private boolean inSignature;
        private boolean afterParameters;
        private boolean inTransform;

        private Search(List<JsonataToken> tokens) {
            this.tokens = tokens;
        }

        /** @param atRoot whether bare names within it still start at the root */
        private record Bracket(boolean atRoot, boolean isParameters) {}

        References run() {
            for (int at = 0; at < tokens.size(); at++) {
                token(at);
            }
            return new References(Set.copyOf(names), Set.copyOf(steps), List.copyOf(paths));
        }

        private void token(int at) {
            JsonataToken token = tokens.get(at);
            if (inSignature && !token.is("{")) {
                return;
            }
            inSignature = afterParameters && token.is("<");
            if (token.is("(") || token.is("[") || token.is("{")) {
                open.push(opened(at));
                afterParameters = false;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                afterParameters = !open.isEmpty() && open.pop().isParameters();
            } else if (token.is("|")) {
                inTransform = true;
            } else if (token.kind() == Kind.NAME) {
                name(at);
            } else if (isRootVariable(at) && !isName(at + 2)) {
                DataPath.of(tokens, at, at).ifPresent(paths::add);
            }
        }

        private Bracket opened(int at) {
            JsonataToken token = tokens.get(at);
            boolean isParameters = token.is("(") && isLambda(at - 1);
            boolean mapped = is(at - 1, ".") || (token.is("(") && (is(at - 1, "^") || isMappedCall(at)));
            boolean applied = at > 0 && tokens.get(at - 1).endsOperand() && !token.is("(") && !afterParameters;
            return new Bracket(atRoot() && !mapped && !applied, isParameters);
        }

        /** A function that is called on each element: its arguments are evaluated there. */
        private boolean isMappedCall(int at) {
            return at > 1 && tokens.get(at - 1).kind() == Kind.VARIABLE && is(at - 2, ".");
        }

        private void name(int at) {
            String name = tokens.get(at).text();
            boolean bare = !is(at - 1, ".");
            boolean fromRoot = bare ? atRoot() : isRootVariable(at - 2);
            if (!fromRoot || LITERALS.contains(name) || LAMBDAS.contains(name)) {
                return;
            }
            names.add(name);
            DataPath.of(tokens, bare ? at : at - 2, at).ifPresent(paths::add);
            if (name.equals(STEPS) && is(at + 1, ".") && at + 2 < tokens.size()) {
                JsonataToken step = tokens.get(at + 2);
                if (step.kind() == Kind.NAME || step.kind() == Kind.TEXT) {
                    steps.add(step.text());
                }
            }
        }

        private boolean isRootVariable(int at) {
            if (at < 0 || tokens.get(at).kind() != Kind.VARIABLE) {
                return false;
            }
            String variable = tokens.get(at).text();
            return variable.equals("$$") || (variable.equals("$") && atRoot());
        }

        private boolean atRoot() {
            Bracket innermost = open.peek();
            return !inTransform && (innermost == null || innermost.atRoot());
        }

        private boolean is(int at, String operator) {
            return at >= 0 && at < tokens.size() && tokens.get(at).is(operator);
        }

        /** Whether what follows the variable before is a field of it. */
        private boolean isName(int at) {
            return is(at - 1, ".") && at < tokens.size() && tokens.get(at).kind() == Kind.NAME;
        }

        private boolean isLambda(int at) {
            return at >= 0 && References.isLambda(tokens.get(at));
        }
    }
}
