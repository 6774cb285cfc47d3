package com.automatrix.local.docs;

import com.automatrix.local.docs.Sources.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The problem codes that stand in the sources. Every text literal of the form {@code family.reason} is taken for one, so
 * that none can be forgotten; what is of that form and no code has to be named in {@code problems.txt}.
 */
final class ProblemCodes {
    private static final Pattern DOTTED = Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern CONSTRAINT = Pattern.compile("import jakarta\\.validation\\.constraints\\.(\\w+);");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern SCHEMA_CODE = Pattern.compile("\\{@code ([a-z-]+)}");
    private static final Pattern REASON =
            Pattern.compile("new UnreadableRecord\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);

    /** What stands before a code, and what that says about it. */
    private static final List<Place> PLACES = List.of(
            new Place("new Invalid\\(", "400"),
            new Place("new Unauthenticated\\(", "401"),
            new Place("new Forbidden\\(", "403"),
            new Place("new NotFound\\(", "404"),
            new Place("new Conflict\\(", "409"),
            new Place("new StaleVersion\\(", "412"),
            new Place("new TooLarge\\(", "413"),
            new Place("new RateLimited\\(", "429"),
            new Place("new Unavailable\\(", "503"),
            new Place("new Violation\\(", "violation"),
            new Place("StepError\\.permanent\\(|ProviderException\\.lasting\\(", "step, final"),
            new Place("StepError\\.passing\\(|ProviderException\\.passing\\(", "step, retried"),
            new Place("new ExpressionFailed\\(", "step, final"),
            new Place("new ExecutionError\\(", "execution"),
            new Place("new Refusal\\(", "engine, in the log"));

    private final List<Source> sources = Sources.main();

    private record Place(Pattern before, String name) {
        Place(String before, String name) {
            this(Pattern.compile(before), name);
        }

        /** Where the last one in the text ends; -1 if there is none. */
        int endIn(String text) {
            return before.matcher(text)
                    .results()
                    .mapToInt(MatchResult::end)
                    .max()
                    .orElse(-1);
        }
    }

    /** Every literal of the form of a code, with the places that its surroundings tell; none if they tell nothing. */
    Map<String, Set<String>> dotted() {
        var found = new TreeMap<String, Set<String>>();
        for (var source : sources) {
            DOTTED.matcher(source.text())
                    .results()
                    .forEach(match -> found.computeIfAbsent(match.group(1), _ -> new TreeSet<>())
                            .addAll(place(source, match.start())));
        }
        return found;
    }

    private static Set<String> place(Source source, int at) {
        var statement = statementBefore(source.text(), at);
        var status = Pattern.compile("case (\\d{3}) ->\\s*$").matcher(statement);
        if (source.name().equals("ErrorCodes.java") && status.find()) {
            return Set.of(status.group(1));
        }
        if (source.name().equals("Codes.java")) {
            return Set.of("definition");
        }
        return PLACES.stream()
                .filter(place -> place.endIn(statement) >= 0)
                .max(Comparator.comparingInt(place -> place.endIn(statement)))
                .map(place -> Set.of(place.name()))
                .orElse(Set.of());
    }

    private static String statementBefore(String text, int at) {
        var begin = Math.max(text.lastIndexOf(';', at), Math.max(text.lastIndexOf('{', at), text.lastIndexOf('}', at)));
        return text.substring(begin + 1, at);
    }

    /** The constraints of request bodies and parameters: each gives violations with the code {@code request.<name>}. */
    Set<String> ofConstraints() {
        var codes = new TreeSet<String>();
        sources.stream()
                .filter(source -> !source.name().endsWith("Properties.java"))
                .forEach(source -> CONSTRAINT
                        .matcher(source.text())
                        .results()
                        .map(match ->
                                HUMP.matcher(match.group(1)).replaceAll("-").toLowerCase(Locale.ROOT))
                        .forEach(name -> codes.add("request." + name)));
        return codes;
    }

    /** What a value can do wrong against a JSON Schema; each is a code after a prefix. */
    Set<String> ofSchemas() {
        var page = sources.stream()
                .filter(source -> source.name().equals("SchemaViolation.java"))
                .findFirst()
                .orElseThrow()
                .text();
        var list = page.substring(page.indexOf("@param code"), page.indexOf("after a prefix"));
        return SCHEMA_CODE
                .matcher(list)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a literal stands anywhere in a module's sources. */
    boolean hasLiteral(String module, String literal) {
        return sources.stream()
                .filter(source -> source.module().equals(module))
                .anyMatch(source -> source.text().contains("\"" + literal + "\""));
    }

    boolean hasLiteral(String literal) {
        return sources.stream().anyMatch(source -> source.text().contains("\"" + literal + "\""));
    }

    /** The sentences with which unreadable records are put away, by who says them. */
    Map<String, List<String>> deadLetterReasons() {
        var reasons = new TreeMap<String, List<String>>();
        for (var source : sources) {
            var said = REASON.matcher(source.text())
                    .results()
                    .map(match -> sentence(match.group(1)))
                    .toList();
            if (!said.isEmpty()) {
                reasons.computeIfAbsent(source.module(), _ -> new ArrayList<>()).addAll(said);
            }
        }
        return reasons;
    }

    private static String sentence(String literal) {
        var sentence = literal.replaceAll("%[sd]", "…").replace("\\\"", "\"").strip();
        return sentence.endsWith(".") ? sentence : sentence + " ….";
    }
}
