package com.automatrix.execution.message;

/** Counts the text messages that a text is sent as (3GPP TS 23.038): in seven bits if all its characters are known there. */
final class SmsSegments {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Each of these takes two places. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private SmsSegments() {}

    static int count(String text) {
        return isSevenBit(text) ? sevenBit(text) : sixteenBit(text);
    }

    static boolean isSevenBit(String text) {
        return text.chars().allMatch(character -> BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0);
    }

    private static int sevenBit(String text) {
        int whole = text.chars().map(SmsSegments::places).sum();
        return whole <= 160 ? 1 : pieces(text.chars().map(SmsSegments::places).toArray(), 153);
    }

    private static int sixteenBit(String text) {
        return text.length() <= 70
                ? 1
                : pieces(text.codePoints().map(Character::charCount).toArray(), 67);
    }

    /** No character is cut in two. */
    private static int pieces(int[] places, int room) {
        int pieces = 1;
        int used = 0;
        for (int needed : places) {
            if (used + needed > room) {
                pieces++;
                used = 0;
            }
            used += needed;
        }
        return pieces;
    }

    private static int places(int character) {
        return EXTENDED.indexOf(character) >= 0 ? 2 : 1;
    }
}
