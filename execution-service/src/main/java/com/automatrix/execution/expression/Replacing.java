package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import com.dashjoin.jsonata.Functions;
import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code $replace} does, with a bound on what it writes. */
final class Replacing {

    private final String text;
    private final int most;
    private final StringBuilder written = new StringBuilder();

    Replacing(String text, int most) {
        this.text = text;
        this.most = most;
    }

    String replace(Object pattern, Object replacement) {
        return pattern instanceof String literal
                ? replaceLiteral(literal, replacement)
                : replaceMatches(BoundedFunctions.regex(pattern).matcher(text), replacement);
    }

    private String replaceLiteral(String literal, Object replacement) {
        if (literal.isEmpty()) {
            throw new ExpressionFailed(
                    "expression.failed", "Expected $replace to look for some text, but got an empty string");
        }
        if (!(replacement instanceof String with)) {
            throw new ExpressionFailed(
                    "expression.failed",
                    "Expected $replace to put in text where it looks for text, but got a function");
        }
        int from = 0;
        int at = text.indexOf(literal);
        for (int count = 0; at >= 0 && count < most; count++) {
            write(text.substring(from, at));
            write(with);
            from = at + literal.length();
            at = text.indexOf(literal, from);
        }
        return written.append(text, from, text.length()).toString();
    }

    private String replaceMatches(Matcher matcher, Object replacement) {
        int from = 0;
        for (int count = 0; count < most && matcher.find(); count++) {
            refuseEmpty(matcher);
            write(text.substring(from, matcher.start()));
            write(replacement instanceof String with ? expand(with, matcher) : call(replacement, matcher));
            from = matcher.end();
        }
        return written.append(text, from, text.length()).toString();
    }

    static void refuseEmpty(Matcher matcher) {
        if (matcher.end() == matcher.start()) {
            throw new ExpressionFailed(
                    "expression.regex", "Expected a regular expression to match some text, but it matches none");
        }
    }

    /** {@code $$} is a dollar sign, {@code $0} the match, {@code $1} its first group, and so on. */
    private static String expand(String with, Matcher matcher) {
        StringBuilder expanded = new StringBuilder();
        int i = 0;
        while (i < with.length()) {
            char c = with.charAt(i++);
            if (c != '$' || i == with.length()) {
                expanded.append(c);
            } else if (with.charAt(i) == '$') {
                expanded.append('$');
                i++;
            } else if (Character.digit(with.charAt(i), 10) >= 0) {
                int end = endOfGroup(with, i, matcher.groupCount());
                expanded.append(group(matcher, Integer.parseInt(with.substring(i, end))));
                i = end;
            } else {
                expanded.append('$');
            }
        }
        return expanded.toString();
    }

    /** The longest number that is a group, else one digit. */
    private static int endOfGroup(String with, int start, int groups) {
        int end = start + 1;
        while (end < with.length()
                && end - start < 3
                && Character.digit(with.charAt(end), 10) >= 0
                && Integer.parseInt(with.substring(start, end + 1)) <= groups) {
            end++;
        }
        return end;
    }

    private static String group(Matcher matcher, int number) {
        String group = number <= matcher.groupCount() ? matcher.group(number) : null;
        return group == null ? "" : group;
    }

    private static String call(Object function, Matcher matcher) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(RegexFunction.describe(matcher));
        Object result;
        try {
            result = Functions.funcApply(function, arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (result instanceof String with) {
            return with;
        }
        throw new ExpressionFailed(
                "expression.failed", "Expected a replacement function to give text, but it gives something else");
    }

    private void write(String part) {
        BoundedFunctions.checkLength((long) written.length() + part.length());
        written.append(part);
    }
}
