package com.automatrix.ai.draft;

import com.automatrix.ai.draft.Draft.Guess;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Guesses the answers to a template's questions from words such as "call them within 15 minutes". */
final class ParameterGuesses {

    private static final Pattern AMOUNT = Pattern.compile(
            "(\\d{1,5})\\s*-?\\s*(minutes?|mins?|hours?|hrs?|days?|weeks?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE = Pattern.compile("\\+?1?[\\s.-]?\\(?\\d{3}\\)?[\\s.-]\\d{3}[\\s.-]\\d{4}\\b");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final int AROUND = 40;
    private static final int SHORTEST_WORD = 4;

    private ParameterGuesses() {}

    /** As much of a template's parameter as is needed. */
    record Parameter(
            String name,
            String title,
            @Nullable String description,
            String type,
            @Nullable List<Option> options,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) {

        private Set<String> words() {
            return meaning(name.replaceAll("([A-Z])", " $1") + " " + title);
        }

        private boolean allows(long value) {
            return (minimum == null || minimum.compareTo(BigDecimal.valueOf(value)) <= 0)
                    && (maximum == null || maximum.compareTo(BigDecimal.valueOf(value)) >= 0);
        }

        private Optional<Unit> unit() {
            String said = (name + " " + title + " " + description).toLowerCase(Locale.ROOT);
            return Arrays.stream(Unit.values())
                    .filter(unit -> said.contains(unit.word))
                    .findFirst();
        }
    }

    record Option(String value, @Nullable String title) {}

    private enum Unit {
        MINUTES("minute", 1),
        HOURS("hour", 60),
        DAYS("day", 1_440),
        WEEKS("week", 10_080);

        private final String word;
        private final long minutes;

        Unit(String word, long minutes) {
            this.word = word;
            this.minutes = minutes;
        }

        private static Unit of(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            return lower.startsWith("h")
                    ? HOURS
                    : lower.startsWith("d") ? DAYS : lower.startsWith("w") ? WEEKS : MINUTES;
        }
    }

    private record Amount(long minutes, Unit unit, String words, Set<String> around) {}

    static List<Guess> of(String description, List<Parameter> parameters) {
        List<Amount> amounts = new ArrayList<>(amounts(description));
        List<Guess> guesses = new ArrayList<>();
        for (Parameter parameter : parameters) {
            guess(description, parameter, amounts).ifPresent(guesses::add);
        }
        return guesses;
    }

    private static Optional<Guess> guess(String description, Parameter parameter, List<Amount> amounts) {
        return switch (parameter.type()) {
            case "integer", "number" -> parameter.unit().flatMap(unit -> time(parameter, unit, amounts));
            case "enum" -> option(description, parameter);
            case "string" -> text(description, parameter);
            default -> Optional.empty();
        };
    }

    /** The amount whose surroundings share most words with the question; each is used once. */
    private static Optional<Guess> time(Parameter parameter, Unit unit, List<Amount> amounts) {
        Set<String> asked = parameter.words();
        Optional<Amount> best = amounts.stream()
                .filter(amount -> amount.minutes() % unit.minutes == 0)
                .filter(amount -> parameter.allows(amount.minutes() / unit.minutes))
                .filter(amount -> shared(asked, amount.around()) > 0)
                .max(Comparator.comparing((Amount amount) -> amount.unit() == unit)
                        .thenComparingLong(amount -> shared(asked, amount.around())));
        best.ifPresent(amounts::remove);
        return best.map(amount ->
                new Guess(parameter.name(), parameter.title(), amount.minutes() / unit.minutes, amount.words()));
    }

    private static Optional<Guess> option(String description, Parameter parameter) {
        if (parameter.options() == null) {
            return Optional.empty();
        }
        String said = " " + String.join(" ", words(description)) + " ";
        List<Option> named = parameter.options().stream()
                .filter(option ->
                        option.title() != null && said.contains(" " + String.join(" ", words(option.title())) + " "))
                .toList();
        return named.size() == 1
                ? Optional.of(new Guess(
                        parameter.name(),
                        parameter.title(),
                        named.getFirst().value(),
                        String.valueOf(named.getFirst().title())))
                : Optional.empty();
    }

    private static Optional<Guess> text(String description, Parameter parameter) {
        Pattern wanted =
                parameter.name().endsWith("Phone") ? PHONE : parameter.name().endsWith("Email") ? EMAIL : null;
        if (wanted == null) {
            return Optional.empty();
        }
        return wanted.matcher(description)
                .results()
                .map(found -> found.group().strip())
                .findFirst()
                .map(found -> new Guess(parameter.name(), parameter.title(), found, found));
    }

    private static List<Amount> amounts(String description) {
        return AMOUNT.matcher(description)
                .results()
                .map(found -> new Amount(
                        Long.parseLong(found.group(1)) * Unit.of(found.group(2)).minutes,
                        Unit.of(found.group(2)),
                        found.group(),
                        meaning(description.substring(
                                Math.max(0, found.start() - AROUND),
                                Math.min(description.length(), found.end() + AROUND)))))
                .toList();
    }

    private static long shared(Set<String> left, Set<String> right) {
        return left.stream().filter(right::contains).count();
    }

    /** The words that mean something, without their endings. */
    private static Set<String> meaning(String text) {
        Set<String> meaning = words(text).stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .map(word -> word.replaceAll("(ing|ed|er|s)$", ""))
                .collect(Collectors.toCollection(HashSet::new));
        meaning.removeAll(Set.of("minute", "hour", "day", "week", "with", "when", "after", "this", "them", "they"));
        return meaning;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
