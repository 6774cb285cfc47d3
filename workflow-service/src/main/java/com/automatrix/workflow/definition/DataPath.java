package com.automatrix.workflow.definition;

import com.automatrix.workflow.definition.JsonataToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One value that an expression reads: the names that lead to it from the root, such as {@code input}, {@code person} and
 * {@code emails}. Indexes, predicates and sorting within do not count, since a list counts as its elements; it ends where
 * something is computed, and then all that it leads to is read.
 *
 * @param names from the root on; none if everything in sight is read
 * @param isAlone whether the expression is nothing else, so that its value is that value
 */
record DataPath(List<String> names, boolean isAlone) {

    /** What they give says no more than whether something is there. */
    private static final Set<String> OF_PRESENCE = Set.of("$exists", "$count", "$boolean", "$not", "$type");

    DataPath {
        names = List.copyOf(names);
    }

    /**
     * Returns the path that begins there, or nothing if only its presence counts.
     *
     * @param begin the index of its first token
     * @param name the index of its first name, or of the variable of the root
     */
    static Optional<DataPath> of(List<JsonataToken> tokens, int begin, int name) {
        List<String> names = new ArrayList<>();
        if (tokens.get(name).kind() == Kind.NAME) {
            names.add(tokens.get(name).text());
        }
        int at = name + 1;
        boolean goesOn = true;
        while (goesOn && at < tokens.size()) {
            JsonataToken token = tokens.get(at);
            if (token.is(".") && at + 1 < tokens.size() && isField(tokens.get(at + 1))) {
                names.add(tokens.get(at + 1).text());
                at += 2;
            } else if (token.is("[")) {
                at = after(tokens, at);
            } else if (token.is("^")
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).is("(")) {
                at = after(tokens, at + 1);
            } else {
                goesOn = false;
            }
        }
        boolean isAlone = begin == 0 && at == tokens.size();
        return isOfPresence(tokens, begin, at) ? Optional.empty() : Optional.of(new DataPath(names, isAlone));
    }

    boolean startsWith(String name) {
        return !names.isEmpty() && names.getFirst().equals(name);
    }

    private static boolean isField(JsonataToken token) {
        return token.kind() == Kind.NAME || token.kind() == Kind.TEXT;
    }

    private static boolean isOfPresence(List<JsonataToken> tokens, int begin, int end) {
        return begin > 1
                && tokens.get(begin - 1).is("(")
                && OF_PRESENCE.contains(tokens.get(begin - 2).text())
                && end < tokens.size()
                && tokens.get(end).is(")");
    }

    /** The index after the bracket that closes the one there. */
    private static int after(List<JsonataToken> tokens, int open) {
        int depth = 0;
        int at = open;
        while (at < tokens.size()) {
            JsonataToken token = tokens.get(at++);
            if (token.is("[") || token.is("(") || token.is("{")) {
                depth++;
            } else if (token.is("]") || token.is(")") || token.is("}")) {
                depth--;
            }
            if (depth == 0) {
                return at;
            }
        }
        return at;
    }
}
