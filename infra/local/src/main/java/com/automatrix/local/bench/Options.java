package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be measured.
 *
 * @param only the shapes; all if empty
 * @param grows also as history grows, which takes many minutes
 * @param ceiling instead of the system: what Kafka and PostgreSQL alone allow
 */
record Options(Set<String> only, int runs, boolean json, boolean grows, boolean ceiling) {
    static final String HELP = """
            ./automatrix bench engine [--only W1,W3] [--runs 3] [--json] [--long] [--ceiling]

              --only      these shapes: W1 one step, W2 ten steps, W3 throughput, W4 40 parallel steps, W5 worker
                          steps, W6 growing history (with --long), W7 a burst of events, W8 40 steps in a row,
                          W9 timers
              --runs      how often each is measured; medians are shown
              --json      everything measured as JSON
              --long      also W6: throughput while history grows to a million log rows, for at most half an hour
              --ceiling   what Kafka and PostgreSQL allow here without an engine""";
    private static final int USUAL_RUNS = 3;
    private static final int MOST_RUNS = 100;

    Options {
        only = Set.copyOf(only);
    }

    static Options read(List<String> arguments) {
        var only = new TreeSet<String>();
        var runs = USUAL_RUNS;
        var flags = new TreeSet<String>();
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            var argument = left.removeFirst();
            switch (argument) {
                case "--only" -> only.addAll(shapes(value(argument, left)));
                case "--runs" -> runs = runs(value(argument, left));
                case "--json", "--long", "--ceiling" -> flags.add(argument);
                case "help", "--help" -> throw new Failure(HELP);
                default -> throw new Failure(HELP + "\n\nThere is no option \"" + argument + "\".");
            }
        }
        return new Options(only, runs, flags.contains("--json"), flags.contains("--long"), flags.contains("--ceiling"));
    }

    boolean wants(String shape) {
        return only.isEmpty() || only.contains(shape);
    }

    private static String value(String option, ArrayDeque<String> left) {
        if (left.isEmpty()) {
            throw new Failure("Expected a value after " + option + ", but there is none.");
        }
        return left.removeFirst();
    }

    private static List<String> shapes(String text) {
        var shapes = List.of(text.toUpperCase(Locale.ROOT).split(",", -1));
        for (var shape : shapes) {
            if (!shape.matches("W[1-9]")) {
                throw new Failure("Expected shapes from W1 to W9 after --only, but got \"" + shape + "\".");
            }
        }
        return shapes;
    }

    private static int runs(String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_RUNS) {
            throw new Failure("Expected from 1 to " + MOST_RUNS + " after --runs, but got \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
