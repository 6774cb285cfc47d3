package com.automatrix.execution.lead.adf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person's name in two parts, from whatever parts a document gives. */
record PersonName(@Nullable String first, @Nullable String last) {

    private static final PersonName NONE = new PersonName(null, null);
    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "dr", "mme", "m", "herr", "frau", "sr", "sra", "prof");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "md", "phd", "esq");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin",
            "ter", "ten", "st", "st.", "mac", "zu");

    static PersonName of(Element contact, Values values) {
        Parts parts = new Parts();
        contact.children("name").forEach(name -> parts.add(name, values));
        contact.children("firstname", "first").forEach(name -> parts.first = values.line(name.text()));
        contact.children("lastname", "last", "surname").forEach(name -> parts.last = values.line(name.text()));
        return parts.name();
    }

    /** Splits a name that came in one. */
    static PersonName split(@Nullable String full) {
        if (full == null) {
            return NONE;
        }
        int comma = full.indexOf(',');
        if (comma > 0
                && comma < full.length() - 1
                && !isSuffix(full.substring(comma + 1).strip())) {
            return new PersonName(
                    full.substring(comma + 1).strip(), full.substring(0, comma).strip());
        }
        List<String> words = new ArrayList<>(Stream.of(full.replace(",", " ").split(" ", -1))
                .filter(word -> !word.isBlank())
                .toList());
        while (words.size() > 1 && TITLES.contains(bare(words.getFirst())) && !isSuffixOnly(words)) {
            words.removeFirst();
        }
        String suffix = words.size() > 2 && isSuffix(words.getLast()) ? " " + words.removeLast() : "";
        if (words.size() < 2) {
            return new PersonName(words.isEmpty() ? null : words.getFirst(), null);
        }
        int last = words.size() - 1;
        while (last > 1 && PARTICLES.contains(words.get(last - 1).toLowerCase(Locale.ROOT))) {
            last--;
        }
        return new PersonName(
                String.join(" ", words.subList(0, last)), String.join(" ", words.subList(last, words.size())) + suffix);
    }

    private static boolean isSuffixOnly(List<String> words) {
        return words.size() == 2 && isSuffix(words.getLast());
    }

    private static boolean isSuffix(String word) {
        return SUFFIXES.contains(bare(word));
    }

    private static String bare(String word) {
        return word.replace(".", "").toLowerCase(Locale.ROOT);
    }

    /** The parts as they are found. */
    private static final class Parts {

        private @Nullable String first;
        private @Nullable String middle;
        private @Nullable String last;
        private @Nullable String suffix;
        private @Nullable String full;
        private @Nullable String business;

        void add(Element name, Values values) {
            String value = values.line(name.text());
            if (value == null) {
                return;
            }
            String part = name.attribute("part");
            String type = name.attribute("type");
            if ("business".equalsIgnoreCase(type)) {
                business = value;
                return;
            }
            switch (part == null ? "full" : part.toLowerCase(Locale.ROOT)) {
                case "first", "given" -> first = value;
                case "middle" -> middle = value;
                case "last", "surname", "family" -> last = value;
                case "suffix" -> suffix = value;
                default -> full = full == null ? value : full;
            }
        }

        PersonName name() {
            if (first == null && last == null) {
                return full == null && business != null ? new PersonName(null, business) : split(full);
            }
            // A sender that knows one part only repeats the whole name in it.
            if (first != null && last == null && full == null) {
                return first.indexOf(' ') < 0 ? new PersonName(first, null) : split(first);
            }
            if (first == null && last != null && last.indexOf(' ') > 0 && full == null) {
                return split(last);
            }
            if (first == null || last == null) {
                return full == null ? new PersonName(first, last) : split(full);
            }
            return new PersonName(joined(first, middle), joined(last, suffix));
        }

        private static String joined(String part, @Nullable String next) {
            return next == null || next.equalsIgnoreCase(part) ? part : part + " " + next;
        }
    }
}
