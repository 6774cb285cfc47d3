package com.automatrix.ai.privacy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;

/**
 * A text in the one form that detectors read, and where each of its characters came from: small letters without accents,
 * digits of every script as 0 to 9, one kind of dash and of blank, nothing invisible, and numbers in words as figures.
 */
final class PlainText {

    private final StringBuilder text = new StringBuilder();
    private final BitSet spoken = new BitSet();
    private int[] starts;
    private int[] ends;

    private PlainText(int capacity) {
        starts = new int[capacity];
        ends = new int[capacity];
    }

    static PlainText of(String original) {
        PlainText plain = new PlainText(original.length() + 16);
        int at = 0;
        while (at < original.length()) {
            int point = original.codePointAt(at);
            int next = at + Character.charCount(point);
            plain.append(point, at, next);
            at = next;
        }
        return NumberWords.asFigures(plain);
    }

    /** A text that {@link NumberWords} fills. */
    static PlainText empty(int capacity) {
        return new PlainText(capacity);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    /** The same place in the text as it was written. */
    Finding original(Finding found) {
        return new Finding(starts[found.start()], ends[found.end() - 1], found.kind());
    }

    /** Whether a number between the two places was written in words. */
    boolean isSpoken(int start, int end) {
        int next = spoken.nextSetBit(start);
        return next >= 0 && next < end;
    }

    /** Adds a part of another text as it is. */
    void copy(PlainText other, int start, int end) {
        for (int i = start; i < end; i++) {
            add(other.text.charAt(i), other.starts[i], other.ends[i]);
        }
    }

    /** Adds figures in place of the words between the two places of another text. */
    void speak(PlainText other, int start, int end, String figures) {
        for (int i = 0; i < figures.length(); i++) {
            spoken.set(text.length());
            add(figures.charAt(i), other.starts[start], other.ends[end - 1]);
        }
    }

    private void append(int point, int start, int end) {
        if (point < 128) {
            add((char) Character.toLowerCase(point), start, end);
            return;
        }
        int digit = Character.digit(point, 10);
        if (digit >= 0) {
            add((char) ('0' + digit), start, end);
            return;
        }
        switch (Character.getType(point)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {}
            case Character.DASH_PUNCTUATION, Character.MATH_SYMBOL -> add('-', start, end);
            case Character.SPACE_SEPARATOR -> add(' ', start, end);
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> add('\n', start, end);
            default -> appendSimplified(point, start, end);
        }
    }

    private void appendSimplified(int point, int start, int end) {
        String simple = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        for (int i = 0; i < simple.length(); i++) {
            char letter = simple.charAt(i);
            if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                int digit = Character.digit(letter, 10);
                add(digit >= 0 ? (char) ('0' + digit) : letter == '’' ? '\'' : letter, start, end);
            }
        }
    }

    private void add(char letter, int start, int end) {
        int place = text.length();
        if (place == starts.length) {
            starts = Arrays.copyOf(starts, place * 2);
            ends = Arrays.copyOf(ends, place * 2);
        }
        starts[place] = start;
        ends[place] = end;
        text.append(letter);
    }
}
