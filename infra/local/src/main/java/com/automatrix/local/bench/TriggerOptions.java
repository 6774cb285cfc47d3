package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the matching of events is measured.
 *
 * @param events how many are sent
 */
record TriggerOptions(int events, boolean json) {
    static final String HELP = """
            ./automatrix bench triggers [--events 20000] [--json]

              --events  how many events are sent over Kafka at once, to 200 published workflows whose filters let one
                        event in a hundred through
              --json    everything measured as JSON""";
    private static final int USUAL = 20_000;

    static TriggerOptions read(List<String> arguments) {
        var options = new TriggerOptions(USUAL, false);
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            var argument = left.removeFirst();
            options = switch (argument) {
                case "--events" -> new TriggerOptions(count(left.pollFirst()), options.json);
                case "--json" -> new TriggerOptions(options.events, true);
                case "help", "--help" -> throw new Failure(HELP);
                default -> throw new Failure(HELP + "\n\nThere is no option \"" + argument + "\".");
            };
        }
        return options;
    }

    private static int count(@Nullable String text) {
        if (text == null || !text.matches("[1-9]\\d{2,6}")) {
            throw new Failure("Expected from 100 to 9999999 after --events, but got \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
