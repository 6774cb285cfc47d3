package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Those of JSONata's functions whose time or result could grow without bound, with a bound; regular expressions in them
 * run on RE2/J. JSONata finds the methods by name, which is why they are public.
 */
public final class BoundedFunctions {

    private static final int MAX_CHARS = ExpressionLimits.STANDARD.workingSize();
    private static final int MAX_PICTURE_CHARS = 256;
    private static final Pattern WIDE_MARKER = Pattern.compile("\\[[^\\]]*,[^\\]]*\\d{3}");

    static final Map<String, JFunction> ALL = Map.ofEntries(
            function("pad", "<s-ns?:s>"),
            function("join", "<a<s>s?:s>"),
            function("match", "<s-f<s:o>n?:a<o>>"),
            function("contains", "<s-(sf):b>"),
            function("replace", "<s-(sf)(sf)n?:s>"),
            function("split", "<s-(sf)n?:a<s>>"),
            function("round", "<n-n?:n>"),
            function("fromMillis", "<n-s?s?:s>"),
            function("toMillis", "<s-s?:n>"),
            function("formatInteger", "<n-s:s>"));

    private BoundedFunctions() {}

    private static Map.Entry<String, JFunction> function(String name, String signature) {
        return Map.entry(name, Jsonata.function(name, signature, BoundedFunctions.class, null, name));
    }

    public static @Nullable String pad(@Nullable String text, Number width, @Nullable String padding) {
        if (text == null) {
            return null;
        }
        int missing = Math.abs(width.intValue()) - text.codePointCount(0, text.length());
        String unit = padding == null || padding.isEmpty() ? " " : padding;
        if (missing <= 0) {
            return text;
        }
        checkLength((long) text.length() + missing);
        int[] units = unit.codePoints().toArray();
        StringBuilder filling = new StringBuilder(missing);
        for (int i = 0; i < missing; i++) {
            filling.appendCodePoint(units[i % units.length]);
        }
        return width.intValue() < 0 ? filling + text : text + filling;
    }

    public static @Nullable String join(@Nullable List<String> texts, @Nullable String separator) {
        if (texts == null) {
            return null;
        }
        String between = separator == null ? "" : separator;
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            joined.append(i == 0 ? "" : between).append(texts.get(i));
            checkLength(joined.length());
        }
        return joined.toString();
    }

    public static @Nullable List<Map<String, @Nullable Object>> match(
            @Nullable String text, Object regex, @Nullable Number limit) {
        if (text == null) {
            return null;
        }
        int most = most("match", limit);
        List<Map<String, @Nullable Object>> matches = new ArrayList<>();
        Matcher matcher = regex(regex).matcher(text);
        while (matches.size() < most && matcher.find()) {
            matches.add(RegexFunction.describe(matcher));
        }
        return matches;
    }

    public static @Nullable Boolean contains(@Nullable String text, Object token) {
        if (text == null) {
            return null;
        }
        return token instanceof String part
                ? text.contains(part)
                : regex(token).matcher(text).find();
    }

    public static @Nullable String replace(
            @Nullable String text, Object pattern, Object replacement, @Nullable Number limit) {
        if (text == null) {
            return null;
        }
        return new Replacing(text, most("replace", limit)).replace(pattern, replacement);
    }

    public static @Nullable List<String> split(@Nullable String text, Object separator, @Nullable Number limit) {
        if (text == null) {
            return null;
        }
        int most = most("split", limit);
        List<String> parts =
                separator instanceof String literal ? splitAt(text, literal) : splitAt(text, regex(separator));
        return most < parts.size() ? parts.subList(0, most) : parts;
    }

    public static @Nullable Number round(@Nullable Number number, @Nullable Number precision) {
        // A double has no digit beyond these.
        int digits = precision == null ? 0 : Math.clamp(precision.longValue(), -330, 330);
        return Functions.round(number, digits);
    }

    public static @Nullable String fromMillis(
            @Nullable Number millis, @Nullable String picture, @Nullable String timeZone) {
        checkPicture(picture);
        return Functions.dateTimeFromMillis(millis, picture, timeZone);
    }

    public static @Nullable Long toMillis(@Nullable String timestamp, @Nullable String picture) throws Exception {
        checkPicture(picture);
        return Functions.dateTimeToMillis(timestamp, picture);
    }

    public static @Nullable String formatInteger(@Nullable Number number, String picture) {
        checkPicture(picture);
        return Functions.formatInteger(number, picture);
    }

    static void checkLength(long chars) {
        if (chars > MAX_CHARS) {
            throw Guard.tooLarge(ExpressionLimits.STANDARD);
        }
    }

    static RegexFunction regex(Object value) {
        if (value instanceof RegexFunction regex) {
            return regex;
        }
        throw new ExpressionFailed(
                "expression.regex", "Expected a regular expression such as /[a-z]+/, but got another function");
    }

    /** A picture such as {@code [Y,*-999999999]} would be filled up one digit at a time. */
    private static void checkPicture(@Nullable String picture) {
        if (picture != null
                && (picture.length() > MAX_PICTURE_CHARS
                        || WIDE_MARKER.matcher(picture).find())) {
            throw new ExpressionFailed(
                    "expression.failed",
                    "Expected a picture of at most %d characters with widths below 100, but got a larger one"
                            .formatted(MAX_PICTURE_CHARS));
        }
    }

    private static int most(String function, @Nullable Number limit) {
        if (limit == null) {
            return Integer.MAX_VALUE;
        }
        if (limit.doubleValue() < 0) {
            throw new ExpressionFailed(
                    "expression.failed",
                    "Expected the limit of $%s to be 0 or more, but got %s".formatted(function, limit));
        }
        return limit.intValue();
    }

    private static List<String> splitAt(String text, String separator) {
        List<String> parts = new ArrayList<>();
        if (separator.isEmpty()) {
            text.codePoints().forEach(character -> parts.add(Character.toString(character)));
            return parts;
        }
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<String> splitAt(String text, RegexFunction separator) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = separator.matcher(text);
        int from = 0;
        while (matcher.find()) {
            Replacing.refuseEmpty(matcher);
            parts.add(text.substring(from, matcher.start()));
            from = matcher.end();
        }
        parts.add(text.substring(from));
        return parts;
    }
}
