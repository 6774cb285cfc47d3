package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A regular expression as JSONata knows it, a function that finds matches, in time that grows with the text only. */
final class RegexFunction extends JFunction {

    private static final int MAX_CHARS = 1_000;
    private static final int MAX_REPEATS = 1_000;
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private final Pattern pattern;

    private RegexFunction(Pattern pattern) {
        super((_, arguments) -> next(matcher(pattern, arguments)), "<s-:o>");
        this.pattern = pattern;
    }

    static RegexFunction of(String regex, String flags) {
        if (regex.isEmpty() || regex.length() > MAX_CHARS || repeats(regex) > MAX_REPEATS) {
            throw new ExpressionFailed(
                    "expression.regex",
                    "Expected a regular expression of 1 to %d characters and %d repeats, but got \"%s\""
                            .formatted(MAX_CHARS, MAX_REPEATS, shortened(regex)));
        }
        int options =
                (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0) | (flags.contains("m") ? Pattern.MULTILINE : 0);
        try {
            return new RegexFunction(Pattern.compile(regex.replace("\\/", "/"), options));
        } catch (PatternSyntaxException invalid) {
            throw new ExpressionFailed(
                    "expression.regex",
                    "Expected a regular expression that RE2 can run, but got \"%s\": %s"
                            .formatted(shortened(regex), invalid.getDescription()));
        }
    }

    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    /** A match as {@code $match} and replacement functions get it. */
    static Map<String, @Nullable Object> describe(Matcher matcher) {
        List<@Nullable Object> groups = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            groups.add(matcher.group(group));
        }
        Map<String, @Nullable Object> match = new LinkedHashMap<>();
        match.put("match", matcher.group());
        match.put("index", matcher.start());
        match.put("groups", groups);
        return match;
    }

    private static Matcher matcher(Pattern pattern, List<?> arguments) {
        return pattern.matcher(arguments.isEmpty() || arguments.getFirst() == null ? "" : arguments.getFirst() + "");
    }

    private static @Nullable Object next(Matcher matcher) {
        if (!matcher.find()) {
            return null;
        }
        Map<String, @Nullable Object> match = describe(matcher);
        match.remove("index");
        match.put("start", matcher.start());
        match.put("end", matcher.end());
        match.put("next", new JFunction((_, _) -> next(matcher), null));
        return match;
    }

    /** What counted repetitions multiply to, since RE2 writes each of them out. */
    private static long repeats(String regex) {
        long product = 1;
        Matcher counted = COUNTED.matcher(regex);
        while (counted.find()) {
            String most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
            product *= Math.max(1, Math.min(MAX_REPEATS + 1L, Long.parseLong(most)));
            if (product > MAX_REPEATS) {
                return product;
            }
        }
        return product;
    }

    private static String shortened(String regex) {
        return regex.length() <= 100 ? regex : regex.substring(0, 100) + "…";
    }
}
