package com.automatrix.contracts.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

/** Patterns on RE2/J, whose time grows with the text only: no pattern that a person writes can hang a service. */
final class LinearPattern {

    private LinearPattern() {}

    static RegularExpression compile(String regex) {
        Pattern pattern = pattern(regex);
        return text -> pattern.matcher(text).find();
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
