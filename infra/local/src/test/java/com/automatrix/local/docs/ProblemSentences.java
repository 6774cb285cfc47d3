package com.automatrix.local.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people read about each code, from {@code problems.txt}.
 *
 * @param meanings by code
 * @param prefixes what codes of schemas begin with, such as {@code definition.}
 * @param schemaCodes meanings of the codes after such a prefix
 * @param others patterns of what looks like a code and is none
 */
record ProblemSentences(
        Map<String, Meaning> meanings,
        Map<String, String> prefixes,
        Map<String, String> schemaCodes,
        List<Pattern> others) {
    private static final Pattern LINE = Pattern.compile("(\\S+?)(?: \\[([^]]+)])? = (.+)");

    /** @param places where the code occurs, if its surroundings in the source do not tell; null if they do */
    record Meaning(@Nullable String places, String sentence) {}

    static ProblemSentences read() {
        var meanings = new TreeMap<String, Meaning>();
        var prefixes = new TreeMap<String, String>();
        var schemaCodes = new TreeMap<String, String>();
        Set<String> others = new TreeSet<>();
        for (var line : text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList()) {
            var matcher = LINE.matcher(line);
            if (line.startsWith("! ")) {
                others.add(line.substring(2).strip());
            } else if (!matcher.matches()) {
                throw new IllegalArgumentException("Expected \"code = sentence\", but got: " + line);
            } else if (matcher.group(1).startsWith("*.")) {
                schemaCodes.put(matcher.group(1).substring(2), matcher.group(3));
            } else if (matcher.group(1).endsWith(".*")) {
                prefixes.put(matcher.group(1).replace("*", ""), matcher.group(3));
            } else {
                meanings.put(matcher.group(1), new Meaning(matcher.group(2), matcher.group(3)));
            }
        }
        return new ProblemSentences(
                meanings,
                prefixes,
                schemaCodes,
                others.stream().map(Pattern::compile).toList());
    }

    boolean isNoCode(String literal) {
        return others.stream().anyMatch(other -> other.matcher(literal).matches());
    }

    private static String text() {
        try (var file = Objects.requireNonNull(ProblemSentences.class.getResourceAsStream("/docs/problems.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
