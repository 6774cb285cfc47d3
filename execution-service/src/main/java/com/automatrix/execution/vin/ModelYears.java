package com.automatrix.execution.vin;

import java.util.List;

/**
 * The model years that a VIN may stand for: its code comes again every thirty years.
 *
 * @param candidates the likeliest first; none if there is no code of a year
 */
public record ModelYears(List<Integer> candidates, Basis basis) {

    private static final String CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static final int FIRST_YEAR = 1980;
    private static final int CYCLE = 30;

    /** What the candidates rest on. */
    public enum Basis {
        /** A light vehicle has a digit in position 7 only up to 2009. */
        PROVEN_BY_POSITION_7,
        /** Position 7 is a letter, or the weight is unknown: the first is likelier, no more. */
        SUGGESTED_BY_POSITION_7,
        /** The other year of the code is still to come. */
        ONLY_ONE_SO_FAR,
        /** Nothing tells the years apart. */
        CODE_ONLY,
        /** Its position 10 is no code of a year. */
        NONE
    }

    /** How heavy the vehicle is, as far as somebody knows: position 7 tells years apart for light ones only. */
    public enum Weight {
        /** Cars, multi-purpose vehicles and light trucks. */
        LIGHT,
        HEAVY,
        UNKNOWN
    }

    public ModelYears {
        candidates = List.copyOf(candidates);
    }

    static ModelYears of(char code, char position7, boolean ruled, Weight weight, int latestYear) {
        int index = CODES.indexOf(code);
        if (index < 0) {
            return new ModelYears(List.of(), Basis.NONE);
        }
        int early = FIRST_YEAR + index;
        int late = early + CYCLE;
        boolean digit = Character.isDigit(position7);
        if (ruled && weight == Weight.LIGHT && digit) {
            return new ModelYears(List.of(early), Basis.PROVEN_BY_POSITION_7);
        }
        if (late > latestYear) {
            return new ModelYears(List.of(early), Basis.ONLY_ONE_SO_FAR);
        }
        if (!ruled || weight == Weight.HEAVY) {
            return new ModelYears(List.of(late, early), Basis.CODE_ONLY);
        }
        return new ModelYears(digit ? List.of(early, late) : List.of(late, early), Basis.SUGGESTED_BY_POSITION_7);
    }
}
