package com.automatrix.ai.provider;

/** The ninth character of a North American vehicle identification number, by which the others are checked. */
public final class VinCheckDigit {

    private static final int LENGTH = 17;
    private static final int PLACE = 8;
    private static final String VALUES = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    private VinCheckDigit() {}

    /** Whether it is that of these seventeen characters, in capitals or not. */
    public static boolean fits(String vin) {
        if (vin.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = value(vin.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * WEIGHTS[i];
        }
        int check = sum % 11;
        return Character.toUpperCase(vin.charAt(PLACE)) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    private static int value(char letter) {
        if (letter >= '0' && letter <= '9') {
            return letter - '0';
        }
        int place = VALUES.indexOf(Character.toUpperCase(letter));
        return place < 0 ? -1 : place % 10;
    }
}
