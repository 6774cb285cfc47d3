package com.automatrix.contracts.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

/** Patterns on RE2/J, whose time grows with the text only: no pattern that a person writes can hang a service. */
final class LinearPattern {

    /** What a pattern may come to once its repetitions are written out, which is what compiling it costs. */
    private static final long LARGEST = 2_000;

    private LinearPattern() {}

    static RegularExpression compile(String regex) {
        long size = PatternSize.of(regex);
        if (size > LARGEST) {
            throw new IllegalArgumentException(
                    "Expected the pattern %s to come to at most %d characters with its repetitions written out, but it is larger"
                            .formatted(regex, LARGEST));
        }
        Pattern pattern = pattern(regex);
        return text -> {
            CheckEffort.spend(size * text.length());
            return pattern.matcher(text).find();
        };
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "Expected the pattern %s to be in RE2 syntax, but: %s".formatted(regex, e.getMessage()), e);
        }
    }
}
