package com.automatrix.execution.lead.adf;

import java.util.Locale;

/** Whether a vehicle identification number is plausible (49 CFR 565.15); it only ever warns. */
final class VinCheck {

    private static final int LENGTH = 17;
    private static final int CHECK_DIGIT = 8;
    private static final String LETTERS = "ABCDEFGH..JKLMN.P.R..STUVWXYZ";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    private VinCheck() {}

    /** The number without blanks and dashes, in capitals. */
    static String normalised(String vin) {
        return vin.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** VALID, CHECK_DIGIT, CHARACTER, LENGTH or PLACEHOLDER. */
    static String verdict(String vin) {
        if (vin.length() > 1 && vin.chars().allMatch(character -> character == vin.charAt(0)) && vin.charAt(0) != '1') {
            return "PLACEHOLDER";
        }
        if (vin.length() != LENGTH) {
            return "LENGTH";
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = value(vin.charAt(i));
            if (value < 0) {
                return "CHARACTER";
            }
            sum += value * WEIGHTS[i];
        }
        char expected = sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
        return vin.charAt(CHECK_DIGIT) == expected ? "VALID" : "CHECK_DIGIT";
    }

    private static int value(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int place = character == '.' ? -1 : LETTERS.indexOf(character);
        if (place < 0) {
            return -1;
        }
        return place < 10 ? place + 1 : place < 21 ? place - 9 : place - 19;
    }
}
