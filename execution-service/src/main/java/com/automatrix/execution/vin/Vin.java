package com.automatrix.execution.vin;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A vehicle identification number as 49 CFR 565.15 lays it out. Whatever the verdict, it is kept: a wrong VIN is
 * something to warn about, never a reason to refuse a lead or a repair order.
 *
 * @param value in capitals, without blanks and dashes
 */
public record Vin(String value, Verdict verdict) {

    public static final int LENGTH = 17;

    static final int CHECK_DIGIT_AT = 8;

    private static final Pattern FILLING = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\u2212\\p{Cf}]+");
    private static final Pattern CHARACTERS = Pattern.compile("[A-HJ-NPR-Z0-9]+");
    // Seventeen ones are the usual test VIN, and right by the arithmetic.
    private static final Pattern ONE_CHARACTER_ONLY = Pattern.compile("([^1])\\1{7,}");
    private static final Set<String> WORDS_FOR_NONE =
            Set.of("NA", "N/A", "NONE", "NULL", "UNKNOWN", "TBD", "TBA", "NOVIN", "NOTAVAILABLE", "NOTSPECIFIED");
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    // The values of A to Z; those of I, O and Q are never asked for.
    private static final String LETTER_VALUES = "12345678012345070923456789";
    private static final int ELEVEN = 11;

    /** What can be said of a VIN without asking anybody. */
    public enum Verdict {
        /** Seventeen characters, and the check digit is right. */
        VALID,
        /** The check digit is wrong; that counts only where {@link Vin#checkDigitApplies()}. */
        CHECK_DIGIT,
        /** It has a character that no VIN has. */
        CHARACTER,
        /** It has not seventeen characters. */
        LENGTH,
        /** It stands for "none". */
        PLACEHOLDER
    }

    /** Reads what somebody typed; never refuses. */
    public static Vin of(String text) {
        String value = FILLING.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return new Vin(value, judge(value));
    }

    /** Whether the makers of its region have to get the check digit right: those of North America and of China. */
    public boolean checkDigitApplies() {
        return parts().map(VinParts::checkDigitApplies).orElse(false);
    }

    /** Whether there is something to warn about. */
    public boolean isSuspect() {
        return switch (verdict) {
            case VALID -> false;
            case CHECK_DIGIT -> checkDigitApplies();
            case CHARACTER, LENGTH, PLACEHOLDER -> true;
        };
    }

    /** What its positions say; empty unless it has seventeen possible characters. */
    public Optional<VinParts> parts() {
        return switch (verdict) {
            case VALID, CHECK_DIGIT -> Optional.of(new VinParts(value));
            case CHARACTER, LENGTH, PLACEHOLDER -> Optional.empty();
        };
    }

    private static Verdict judge(String value) {
        if (WORDS_FOR_NONE.contains(value) || ONE_CHARACTER_ONLY.matcher(value).matches()) {
            return Verdict.PLACEHOLDER;
        }
        if (value.length() != LENGTH) {
            return Verdict.LENGTH;
        }
        if (!CHARACTERS.matcher(value).matches()) {
            return Verdict.CHARACTER;
        }
        return value.charAt(CHECK_DIGIT_AT) == checkDigit(value) ? Verdict.VALID : Verdict.CHECK_DIGIT;
    }

    private static char checkDigit(String value) {
        int sum = 0;
        for (int position = 0; position < LENGTH; position++) {
            sum += WEIGHTS[position] * valueOf(value.charAt(position));
        }
        int rest = sum % ELEVEN;
        return rest == ELEVEN - 1 ? 'X' : Character.forDigit(rest, ELEVEN);
    }

    private static int valueOf(char character) {
        char digit = Character.isDigit(character) ? character : LETTER_VALUES.charAt(character - 'A');
        return digit - '0';
    }
}
