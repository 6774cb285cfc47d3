package com.automatrix.local.chaos;

import com.automatrix.local.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/**
 * How much chaos.
 *
 * @param time how long executions are started
 * @param rate how many a second
 * @param killEvery how long one replica after the other is left alone
 */
public record Options(Duration time, int rate, Duration killEvery) {
    static final String HELP = """
            ./automatrix chaos engine [--minutes 10] [--rate 50] [--kill-every 60]

              --minutes      how long executions are started; 0.5 is half a minute
              --rate         how many executions are started each second
              --kill-every   seconds after which the next of three execution-services is killed, once the last one is back""";
    private static final long MILLIS_PER_MINUTE = 60_000;

    static Options read(List<String> arguments) {
        var options = new Options(Duration.ofMinutes(10), 50, Duration.ofSeconds(60));
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            var option = left.removeFirst();
            switch (option) {
                case "--minutes" -> {
                    var millis = Math.round(number(option, left) * MILLIS_PER_MINUTE);
                    options = new Options(Duration.ofMillis(millis), options.rate, options.killEvery);
                }
                case "--rate" ->
                    options = new Options(options.time, (int) Math.ceil(number(option, left)), options.killEvery);
                case "--kill-every" -> {
                    var millis = Math.round(number(option, left) * 1_000);
                    options = new Options(options.time, options.rate, Duration.ofMillis(millis));
                }
                case "help", "--help" -> throw new Failure(HELP);
                default -> throw new Failure(HELP + "\n\nThere is no option \"" + option + "\".");
            }
        }
        return options;
    }

    static double number(String option, ArrayDeque<String> left) {
        var text = left.isEmpty() ? "" : left.removeFirst();
        if (!text.matches("\\d{1,4}(\\.\\d{1,3})?") || Double.parseDouble(text) <= 0) {
            throw new Failure("Expected a number above 0 after " + option + ", but got \"" + text + "\".");
        }
        return Double.parseDouble(text);
    }
}
