package com.automatrix.ai.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a text names before it writes it down: "account number is 1234". */
final class Labelled implements Detector {

    /** Words that say that the number after them is about a vehicle or an order, and not about a person's money. */
    private static final String ELSE =
            "\\b(?:stock|ro|repair order|mileage|miles|vin|model|year|msrp|odometer|invoice|part|unit|km|inventario|millas|order|reservation|appointment|media)\\b";

    /** What may stand between the label and the value: no figures, no end of a sentence, nothing about a vehicle. */
    private static final String BETWEEN =
            "(?:(?!" + ELSE + "|(?<!acct|\\bno|num|nr|sec|\\bs|\\bd|\\bo|\\bb)[.!?]\\s)\\D){0,%d}?";

    private final Kind kind;
    private final Pattern pattern;

    private Labelled(Kind kind, Pattern pattern) {
        this.kind = kind;
        this.pattern = pattern;
    }

    /**
     * A value after its label.
     *
     * @param label a regular expression
     * @param gap how many characters may stand between the two
     * @param value a regular expression
     */
    static Labelled after(Kind kind, String label, int gap, String value) {
        return new Labelled(
                kind,
                Pattern.compile(
                        "(?<![a-z])(?:" + label + ")(?![a-z])" + BETWEEN.formatted(gap) + "(?<value>" + value + ")"));
    }

    /** A value that is found by an expression with a group of that name. */
    static Labelled by(Kind kind, String expression) {
        return new Labelled(kind, Pattern.compile(expression));
    }

    @Override
    public Stream<Finding> find(PlainText text) {
        return values(text.toString(), pattern, kind);
    }

    /** The groups named value of every match. */
    static Stream<Finding> values(String plain, Pattern pattern, Kind kind) {
        Stream.Builder<Finding> found = Stream.builder();
        Matcher matcher = pattern.matcher(plain);
        int from = 0;
        // A label may stand inside the value before it ended: each match is looked for from the one before.
        while (from <= plain.length() && matcher.find(from)) {
            found.add(new Finding(matcher.start("value"), matcher.end("value"), kind));
            from = Math.max(matcher.start() + 1, matcher.end("value"));
        }
        return found.build();
    }
}
