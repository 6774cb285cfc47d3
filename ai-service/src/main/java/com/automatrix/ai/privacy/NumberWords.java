package com.automatrix.ai.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers that are written in words, in English and Spanish, as figures: "one eleven twenty-two" is 1 11 22. */
final class NumberWords {

    private static final Map<String, String> UNITS = new HashMap<>();
    private static final Map<String, String> TEENS = new HashMap<>();
    private static final Map<String, String> TENS = new HashMap<>();
    private static final Map<String, Integer> TIMES = Map.of("double", 2, "doble", 2, "triple", 3);

    static {
        number(UNITS, 0, 1, List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"));
        number(UNITS, 0, 1, List.of("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"));
        number(TEENS, 10, 1, List.of("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"));
        number(TEENS, 17, 1, List.of("seventeen", "eighteen", "nineteen"));
        // "Once" is eleven in Spanish and an everyday word in English.
        number(TEENS, 12, 1, List.of("doce", "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho"));
        number(TEENS, 19, 1, List.of("diecinueve"));
        number(TENS, 20, 10, List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"));
        number(TENS, 20, 10, List.of("veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta"));
        number(TENS, 90, 10, List.of("noventa"));
    }

    private static final String ANY_UNIT = String.join("|", UNITS.keySet());
    private static final String ANY_WORD =
            ANY_UNIT + "|" + String.join("|", TEENS.keySet()) + "|" + String.join("|", TENS.keySet());

    private static final Pattern WORD = Pattern.compile("(?<![a-z])(?:(?:(double|doble|triple)[ -])?(" + ANY_UNIT
            + "|\\d)|(" + String.join("|", TEENS.keySet()) + ")|(" + String.join("|", TENS.keySet())
            + ")(?:(?:[ -]|\\sy\\s)(" + ANY_UNIT + "))?|(?:(?<=\\d[ -])|(?<=(?:" + ANY_WORD
            + ")[ ,-]))(oh?)|(oh)(?=[ -](?:\\d|" + ANY_WORD + ")))(?![a-z\\d])");

    private NumberWords() {}

    static PlainText asFigures(PlainText plain) {
        Matcher words = WORD.matcher(plain.toString());
        PlainText result = PlainText.empty(plain.length() + 16);
        int copied = 0;
        while (words.find()) {
            String figures = figures(words);
            if (figures == null) {
                continue;
            }
            result.copy(plain, copied, words.start());
            result.speak(plain, words.start(), words.end(), figures);
            copied = words.end();
        }
        if (copied == 0) {
            return plain;
        }
        result.copy(plain, copied, plain.length());
        return result;
    }

    /** The figures that the words say; null if it is a figure already. */
    private static @Nullable String figures(Matcher word) {
        String times = word.group(1);
        String unit = word.group(2);
        if (unit != null) {
            String figure = UNITS.getOrDefault(unit, unit);
            if (times == null) {
                return figure.equals(unit) ? null : figure;
            }
            return figure.repeat(TIMES.getOrDefault(times, 1));
        }
        String teen = word.group(3);
        if (teen != null) {
            return TEENS.get(teen);
        }
        String ten = word.group(4);
        if (ten != null) {
            String one = word.group(5);
            String figure = TENS.getOrDefault(ten, "");
            return one == null ? figure : figure.charAt(0) + UNITS.getOrDefault(one, "0");
        }
        return "0";
    }

    private static void number(Map<String, String> words, int first, int step, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            words.put(names.get(i), Integer.toString(first + i * step));
        }
    }
}
