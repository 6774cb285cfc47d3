package com.automatrix.workflow.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant when one is not known. */
final class NearestName {

    private NearestName() {}

    static Optional<String> to(String wrong, Collection<String> known) {
        int tolerated = Math.min(Math.max(2, wrong.length() / 3), wrong.length() - 1);
        return known.stream()
                .filter(name -> Math.abs(name.length() - wrong.length()) <= tolerated)
                .filter(name -> distance(wrong, name) <= tolerated)
                .min(Comparator.comparingInt((String name) -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns " Did you mean …?" with a leading blank, or nothing. */
    static String suggestion(String wrong, Collection<String> known) {
        return to(wrong, known).map(" Did you mean \"%s\"?"::formatted).orElse("");
    }

    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int same =
                        Character.toLowerCase(left.charAt(row - 1)) == Character.toLowerCase(right.charAt(column - 1))
                                ? 0
                                : 1;
                current[column] =
                        Math.min(Math.min(current[column - 1], previous[column]) + 1, previous[column - 1] + same);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
