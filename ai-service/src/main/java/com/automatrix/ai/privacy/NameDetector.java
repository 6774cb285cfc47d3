package com.automatrix.ai.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of people: those that the data of the call names, and those by which the writer of a text introduces themselves. */
final class NameDetector implements Detector {

    private static final int SHORTEST = 2;

    private static final String WORD = "[a-z][a-z'.-]{1,30}";
    private static final String NOT_A_NAME =
            "(?:and|i|im|i'm|from|calling|with|my|at|the|a|an|y|de la|soy|quiero|but|is|on|in|here|looking|interested|not|it|your|you|this|to|for|just|so|very|still|also|please|thanks?)\\b";

    private static final Pattern INTRODUCED = Pattern.compile(
            "(?<![a-z])(?:my (?:full )?name is|my name's|name's|(?:full |first |last |customer )?name\\s?:|me llamo|mi nombre es|nombre\\s?:|signed,?)\\s{1,3}"
                    + "(?<value>(?!" + NOT_A_NAME + ")" + WORD + "(?:\\s(?!" + NOT_A_NAME + ")" + WORD + "){0,3})");

    private static final Pattern GREETED = Pattern.compile(
            "(?<![a-z])(?:mrs?|ms|miss|sr|sra|senora?|dear|this is|soy|sincerely,?|regards,?|thanks,|atentamente,?|gracias,)\\.?\\s{1,3}(?<value>"
                    + WORD + "(?:\\s" + WORD + "){0,2})");

    private final String original;
    private final List<Pattern> known;

    NameDetector(String original, Collection<String> names) {
        this.original = original;
        this.known = names.stream()
                .map(name -> PlainText.of(name).toString().strip())
                .filter(name -> name.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(NameDetector::asPattern)
                .toList();
    }

    private static Pattern asPattern(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("\\s+", -1)) {
            words.add(Pattern.quote(word));
        }
        return Pattern.compile("(?<![\\p{L}\\d])(?<value>" + String.join("[\\s.,_-]{1,4}", words) + ")(?![\\p{L}\\d])");
    }

    @Override
    public Stream<Finding> find(PlainText text) {
        String plain = text.toString();
        Stream<Finding> named = known.stream().flatMap(name -> Labelled.values(plain, name, Kind.CUSTOMER));
        return Stream.of(named, Labelled.values(plain, INTRODUCED, Kind.CUSTOMER), greeted(text, plain))
                .flatMap(found -> found);
    }

    /** After a mere greeting, only words with a capital letter are a name. */
    private Stream<Finding> greeted(PlainText text, String plain) {
        Stream.Builder<Finding> found = Stream.builder();
        Matcher greeting = GREETED.matcher(plain);
        int from = 0;
        while (from <= plain.length() && greeting.find(from)) {
            int start = greeting.start("value");
            int end = start;
            for (String word : greeting.group("value").split("(?<=\\s)", -1)) {
                int length = word.strip().length();
                int wordStart = plain.indexOf(word.strip(), end);
                if (!isCapital(text, wordStart)) {
                    break;
                }
                end = wordStart + length;
            }
            if (end > start) {
                found.add(new Finding(start, end, Kind.CUSTOMER));
            }
            from = Math.max(start, end);
        }
        return found.build();
    }

    private boolean isCapital(PlainText text, int place) {
        int at = text.original(new Finding(place, place + 1, Kind.CUSTOMER)).start();
        return Character.isUpperCase(original.codePointAt(at));
    }
}
