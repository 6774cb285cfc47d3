package com.automatrix.workflow.diagram;

import java.util.List;

/** Guesses how wide a text is drawn, without a font at hand, and cuts what is too long. */
final class TextWidth {

    private static final String ELLIPSIS = "…";
    private static final String NARROW = "fijlrtI.,:;'|!()[]{} -";
    private static final String WIDE = "mwMW@%";

    private TextWidth() {}

    static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
    }

    /** The text, or as much of it as fits with an ellipsis. */
    static String cut(String text, double width, double size) {
        if (of(text, size) <= width) {
            return text;
        }
        return text.substring(0, fitting(text, width - of(ELLIPSIS, size), size))
                        .strip()
                + ELLIPSIS;
    }

    /** The text in two lines at most, broken between words where it can be. */
    static List<String> twoLines(String text, double width, double size) {
        if (of(text, size) <= width) {
            return List.of(text);
        }
        int most = fitting(text, width, size);
        int space = text.lastIndexOf(' ', most);
        int end = space > most / 3 ? space : most;
        return List.of(text.substring(0, end).strip(), cut(text.substring(end).strip(), width, size));
    }

    /** How many characters from the beginning fit, never half of one. */
    private static int fitting(String text, double width, double size) {
        double used = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += em(character) * size;
            if (used > width) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    private static double em(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return 0.33;
        }
        if (WIDE.indexOf(character) >= 0) {
            return 0.9;
        }
        // Chinese, Japanese, Korean and what is drawn as a picture.
        if (character >= 0x1100
                && (Character.isIdeographic(character) || character >= 0x1F000 || isEastAsian(character))) {
            return 1.05;
        }
        return Character.isUpperCase(character) ? 0.7 : 0.58;
    }

    private static boolean isEastAsian(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
