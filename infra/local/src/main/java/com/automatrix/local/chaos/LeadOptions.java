package com.automatrix.local.chaos;

import com.automatrix.local.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/**
 * How much chaos while documents come in.
 *
 * @param rate how many documents a second
 * @param quiet how long nothing is killed before each kill and after the last
 * @param parts what is killed, one after the other
 */
public record LeadOptions(int rate, Duration quiet, List<String> parts) {
    static final String HELP = """
            ./automatrix chaos leads [--rate 20] [--quiet 10] [--only execution-service,kafka]

              --rate    how many ADF documents are sent each second
              --quiet   seconds without a kill before each one and after the last
              --only    what is killed, one after the other: services by their names, and kafka""";

    public LeadOptions {
        parts = List.copyOf(parts);
    }

    static LeadOptions read(List<String> arguments) {
        var options = new LeadOptions(20, Duration.ofSeconds(10), LeadVictim.names());
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            var option = left.removeFirst();
            options = switch (option) {
                case "--rate" ->
                    new LeadOptions((int) Math.ceil(Options.number(option, left)), options.quiet, options.parts);
                case "--quiet" -> {
                    var millis = Math.round(Options.number(option, left) * 1_000);
                    yield new LeadOptions(options.rate, Duration.ofMillis(millis), options.parts);
                }
                case "--only" -> new LeadOptions(options.rate, options.quiet, parts(left));
                case "help", "--help" -> throw new Failure(HELP);
                default -> throw new Failure(HELP + "\n\nThere is no option \"" + option + "\".");
            };
        }
        return options;
    }

    private static List<String> parts(ArrayDeque<String> left) {
        var parts = List.of((left.isEmpty() ? "" : left.removeFirst()).split(",", -1));
        if (!LeadVictim.names().containsAll(parts)) {
            throw new Failure("Expected some of " + String.join(", ", LeadVictim.names())
                    + " after --only, separated by commas, but got \"" + String.join(",", parts) + "\".");
        }
        return parts;
    }
}
