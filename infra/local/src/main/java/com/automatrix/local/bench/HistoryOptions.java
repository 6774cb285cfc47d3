package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the history is measured.
 *
 * @param executions how many are made up, each of ten steps
 */
record HistoryOptions(int executions, boolean json, Work work) {
    /** What is done with a made-up history. */
    enum Work {
        MEASURE_AND_DROP,
        MEASURE,
        FILL,
        DROP
    }

    static final String HELP = """
            ./automatrix bench history [--executions 200000] [--json] [--keep | --fill | --drop]

              --executions  how many executions of ten steps each are made up in the database of the running system, in
                            four months of the year 2001
              --json        everything measured as JSON
              --keep        leave them there; else they are dropped at the end
              --fill        make them up and leave them there, without measuring anything
              --drop        drop those that were left there, and do nothing else""";
    private static final int USUAL = 200_000;

    static HistoryOptions read(List<String> arguments) {
        var options = new HistoryOptions(USUAL, false, Work.MEASURE_AND_DROP);
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            var argument = left.removeFirst();
            options = switch (argument) {
                case "--executions" -> new HistoryOptions(count(left.pollFirst()), options.json, options.work);
                case "--json" -> new HistoryOptions(options.executions, true, options.work);
                case "--keep" -> options.with(Work.MEASURE);
                case "--fill" -> options.with(Work.FILL);
                case "--drop" -> options.with(Work.DROP);
                case "help", "--help" -> throw new Failure(HELP);
                default -> throw new Failure(HELP + "\n\nThere is no option \"" + argument + "\".");
            };
        }
        return options;
    }

    private HistoryOptions with(Work chosen) {
        return new HistoryOptions(executions, json, chosen);
    }

    private static int count(@Nullable String text) {
        if (text == null || !text.matches("[1-9]\\d{3,7}")) {
            throw new Failure("Expected from 1000 to 99999999 after --executions, but got \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
