package com.automatrix.execution.message;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of a stored text: {@code {{ person.firstName }}} stands for what a step gives under that path. */
final class Placeholders {

    private static final Pattern ANY = Pattern.compile("\\{\\{([^{}]{0,200})\\}\\}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}(?:\\.[A-Za-z0-9_]{1,64}){0,8}");

    private Placeholders() {}

    /** A value that a text needs and the step does not give. */
    static final class Missing extends RuntimeException {

        private final String path;

        Missing(String path) {
            super("Expected a value for {{ %s }}, but there is none.".formatted(path));
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** The paths that a text names. */
    static Set<String> in(String text) {
        Set<String> paths = new TreeSet<>();
        ANY.matcher(text).results().map(found -> found.group(1).strip()).forEach(paths::add);
        return paths;
    }

    /** The first placeholder that is none; null if all can be filled. */
    static @Nullable String mistaken(String text) {
        return in(text).stream()
                .filter(path -> !PATH.matcher(path).matches())
                .findFirst()
                .or(() -> ANY.matcher(text).replaceAll("").contains("{{") ? Optional.of("{{") : Optional.empty())
                .orElse(null);
    }

    /**
     * Fills a text; what a value looks like is never filled again.
     *
     * @param escape what is done to each value first
     * @throws Missing if a value is not given, or is no text, number or truth value
     */
    static String fill(String text, Map<?, ?> values, UnaryOperator<String> escape) {
        return ANY.matcher(text)
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(
                        escape.apply(value(found.group(1).strip(), values))));
    }

    private static String value(String path, Map<?, ?> values) {
        Object value = values;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new Missing(path);
    }
}
