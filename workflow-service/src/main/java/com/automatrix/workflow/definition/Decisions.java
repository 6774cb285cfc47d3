package com.automatrix.workflow.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions over what steps decide, as reduced ordered binary decision diagrams: two conditions that hold in the same
 * cases are the same number, so that what can never hold is exactly {@link #NEVER}.
 *
 * <p>Once a definition is too tangled to go on, each further result is a condition of its own: then fewer things are found
 * to be impossible, and none wrongly.
 */
final class Decisions {

    static final int NEVER = 0;
    static final int ALWAYS = 1;

    private static final int MOST_NODES = 50_000;
    private static final int MOST_QUESTIONS = 4_000;
    private static final int MOST_COUNTED = 20_000;
    private static final int LAST = Integer.MAX_VALUE;

    private final List<Node> nodes =
            new ArrayList<>(List.of(new Node(LAST, NEVER, NEVER), new Node(LAST, ALWAYS, ALWAYS)));
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final Map<Choice, Integer> chosen = new HashMap<>();
    private int questions;
    private boolean isTooTangled;

    /** A question with what follows from no and from yes. */
    private record Node(int question, int no, int yes) {}

    private record Choice(int condition, int then, int otherwise) {}

    private static final class TooTangled extends RuntimeException {
        TooTangled() {
            super("the conditions are too tangled", null, false, false);
        }
    }

    /** Returns the condition that a question of its own is answered with yes. */
    int question() {
        return number(new Node(questions++, NEVER, ALWAYS));
    }

    int and(int one, int other) {
        return choose(one, other, NEVER);
    }

    int or(int one, int other) {
        return choose(one, ALWAYS, other);
    }

    int not(int condition) {
        return choose(condition, NEVER, ALWAYS);
    }

    boolean implies(int one, int other) {
        return and(one, not(other)) == NEVER;
    }

    /** Returns when at least 0, 1, … n of the conditions hold. */
    List<Integer> atLeast(int n, List<Integer> conditions) {
        List<Integer> counts = new ArrayList<>(List.of(ALWAYS));
        boolean isTooMuch = (long) n * conditions.size() > MOST_COUNTED;
        for (int count = 1; count <= n; count++) {
            counts.add(isTooMuch ? question() : NEVER);
        }
        if (!isTooMuch) {
            for (int condition : conditions) {
                for (int count = n; count > 0; count--) {
                    counts.set(count, or(counts.get(count), and(counts.get(count - 1), condition)));
                }
            }
        }
        return counts;
    }

    private int choose(int condition, int then, int otherwise) {
        Integer known = simple(condition, then, otherwise);
        if (known != null) {
            return known;
        }
        if (questions > MOST_QUESTIONS || isTooTangled) {
            return question();
        }
        try {
            return decide(condition, then, otherwise);
        } catch (TooTangled | StackOverflowError tooTangled) {
            isTooTangled = true;
            return question();
        }
    }

    private static @Nullable Integer simple(int condition, int then, int otherwise) {
        if (condition == ALWAYS || then == otherwise) {
            return then;
        }
        if (condition == NEVER) {
            return otherwise;
        }
        return then == ALWAYS && otherwise == NEVER ? condition : null;
    }

    private int decide(int condition, int then, int otherwise) {
        Integer known = simple(condition, then, otherwise);
        if (known != null) {
            return known;
        }
        Choice choice = new Choice(condition, then, otherwise);
        Integer earlier = chosen.get(choice);
        if (earlier != null) {
            return earlier;
        }
        int question = Math.min(first(condition), Math.min(first(then), first(otherwise)));
        int no = decide(
                after(condition, question, false), after(then, question, false), after(otherwise, question, false));
        int yes =
                decide(after(condition, question, true), after(then, question, true), after(otherwise, question, true));
        int result = no == yes ? no : number(new Node(question, no, yes));
        chosen.put(choice, result);
        return result;
    }

    private int first(int condition) {
        return nodes.get(condition).question();
    }

    private int after(int condition, int question, boolean answer) {
        Node node = nodes.get(condition);
        if (node.question() != question) {
            return condition;
        }
        return answer ? node.yes() : node.no();
    }

    private int number(Node node) {
        Integer known = numbers.get(node);
        if (known != null) {
            return known;
        }
        boolean isQuestion = node.no() == NEVER && node.yes() == ALWAYS;
        if (nodes.size() >= MOST_NODES && !isQuestion) {
            throw new TooTangled();
        }
        nodes.add(node);
        numbers.put(node, nodes.size() - 1);
        return nodes.size() - 1;
    }
}
