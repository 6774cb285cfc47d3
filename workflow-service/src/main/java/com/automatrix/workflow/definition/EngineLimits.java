package com.automatrix.workflow.definition;

import com.automatrix.workflow.definition.JsonataToken.Kind;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What execution-service refuses in an expression whatever its data is; the numbers are those of its own limits. */
final class EngineLimits {

    static final int EXPRESSION_CHARS = 16 * 1024;

    private static final int REGEX_CHARS = 1_000;
    private static final int REGEX_REPEATS = 1_000;
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");
    private static final Set<String> REFUSED = Set.of("$random", "$shuffle", "$eval");
    private static final Set<String> BINDING = Set.of("@", "#");

    private EngineLimits() {}

    /** Returns the functions that have no fixed result, unless the expression defines one of that name itself. */
    static Set<String> refusedFunctions(List<JsonataToken> tokens) {
        Set<String> refused = new LinkedHashSet<>();
        Set<String> own = new HashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            JsonataToken token = tokens.get(at);
            if (token.kind() == Kind.VARIABLE && REFUSED.contains(token.text())) {
                (isBinding(tokens, at) ? own : refused).add(token.text());
            }
        }
        refused.removeAll(own);
        return refused;
    }

    /** Returns why the engine cannot run a regular expression. */
    static Optional<String> regexProblem(JsonataToken token) {
        String literal = token.text();
        int end = literal.lastIndexOf('/');
        if (end <= 0) {
            return Optional.of("it is not closed");
        }
        String regex = literal.substring(1, end);
        if (regex.isEmpty() || regex.length() > REGEX_CHARS) {
            return Optional.of("it has %d characters instead of 1 to %d".formatted(regex.length(), REGEX_CHARS));
        }
        if (repeats(regex) > REGEX_REPEATS) {
            return Optional.of("it repeats something more than %d times".formatted(REGEX_REPEATS));
        }
        try {
            Pattern.compile(regex.replace("\\/", "/"));
            return Optional.empty();
        } catch (PatternSyntaxException invalid) {
            return Optional.of(invalid.getDescription() + " in " + invalid.getPattern());
        }
    }

    /** Whether a field is read of what is picked from a list that is written in place: {@code [a, b][0].field}. */
    static boolean readsFieldOfPick(List<JsonataToken> tokens) {
        Deque<Bracket> open = new ArrayDeque<>();
        Bracket closed = Bracket.OTHER;
        for (int at = 0; at < tokens.size(); at++) {
            JsonataToken token = tokens.get(at);
            boolean isBehindBracket = at > 0 && tokens.get(at - 1).is("]");
            if (token.is("[")) {
                boolean isPick = at > 0 && tokens.get(at - 1).endsOperand();
                open.push(isPick ? (isBehindBracket ? closed.picked() : Bracket.OTHER) : Bracket.LIST);
            } else if (token.is("]") && !open.isEmpty()) {
                closed = open.pop();
            } else if (token.is(".") && isBehindBracket && closed == Bracket.PICK_OF_LIST) {
                return true;
            }
        }
        return false;
    }

    private enum Bracket {
        LIST,
        PICK_OF_LIST,
        OTHER;

        /** What square brackets right behind this one are. */
        Bracket picked() {
            return this == OTHER ? OTHER : PICK_OF_LIST;
        }
    }

    /** Whether the variable gets a value here: {@code $x := …}, a parameter of a function, or {@code @$x}. */
    private static boolean isBinding(List<JsonataToken> tokens, int at) {
        boolean assigned = at + 1 < tokens.size() && tokens.get(at + 1).is(":=");
        boolean bound = at > 0 && BINDING.stream().anyMatch(tokens.get(at - 1)::is);
        return assigned || bound || isParameter(tokens, at);
    }

    private static boolean isParameter(List<JsonataToken> tokens, int at) {
        int before = at - 1;
        while (before >= 0 && (tokens.get(before).is(",") || tokens.get(before).kind() == Kind.VARIABLE)) {
            before--;
        }
        return before > 0 && tokens.get(before).is("(") && References.isLambda(tokens.get(before - 1));
    }

    /** What counted repetitions multiply to, since RE2 writes each of them out. */
    private static long repeats(String regex) {
        long product = 1;
        Matcher counted = COUNTED.matcher(regex);
        while (product <= REGEX_REPEATS && counted.find()) {
            String atMost = counted.group(2);
            String most = atMost == null || atMost.isEmpty() ? counted.group(1) : atMost;
            product *= Math.max(1, Math.min(REGEX_REPEATS + 1L, Long.parseLong(most)));
        }
        return product;
    }
}
