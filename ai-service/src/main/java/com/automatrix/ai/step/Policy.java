package com.automatrix.ai.step;

import com.automatrix.ai.call.AnswerCheck;
import com.automatrix.ai.provider.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text must keep to before a customer may read it; without any setting it is already strict.
 *
 * @param facts whether numbers, prices, rates and dates must stand in what the model was given; null: yes
 * @param maxLength in characters; null: 2,000
 * @param forbidden phrases beside those that no dealership may promise
 * @param footer what the text must end with; null: nothing
 */
record Policy(
        @Nullable Boolean facts,
        @Nullable Integer maxLength,
        @Nullable List<String> forbidden,
        @Nullable String footer) {

    Policy {
        forbidden = forbidden == null ? null : List.copyOf(forbidden);
    }

    static final Policy DEFAULT = new Policy(null, null, null, null);

    private static final String CODE = "ai.policy-violation";
    private static final int LONGEST = 2_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[A-Z_]+\\d*]]");
    private static final List<Pattern> PROMISES = Stream.of(
                    "guarante\\w+ (?:an? )?(?:approv\\w+|financing|credit|loan|trade|lowest|best)",
                    "(?:approv\\w+|financing|credit|loan) (?:is|are) (?:fully )?guaranteed",
                    "you(?:'re| are|’re) (?:already |pre-?)?approved",
                    "(?:pre-?)?approved for (?:a )?(?:loan|financing|credit)",
                    "(?:will|shall) (?:definitely|certainly|surely) be approved",
                    "no credit checks?\\b",
                    "100 ?% (?:approv\\w+|financing|guarante\\w+)",
                    "everyone (?:is|gets) approved",
                    "risk[- ]free",
                    "no strings attached",
                    "(?:lowest|best) price(?:s)? (?:anywhere|in town|guaranteed)",
                    "we (?:promise|guarantee)\\b",
                    "free (?:for life|forever)",
                    "aprobaci[oó]n garantizada",
                    "(?:le|les|te) (?:garantizamos|prometemos)",
                    "sin (?:verificaci[oó]n|revisi[oó]n) de cr[eé]dito",
                    "(?:ya )?est[aá] (?:pre)?aprobad[oa]")
            .map(phrase -> Pattern.compile("(?i)" + phrase))
            .toList();

    /** The check of answers to these messages. */
    AnswerCheck against(List<Message> messages) {
        Facts known = new Facts(messages.stream().map(Message::text).collect(Collectors.joining("\n")));
        return (text, json) -> new AnswerCheck.Verdict(CODE, violations(text, known));
    }

    /** What the model is told of it. */
    String asInstructions() {
        List<String> rules = new ArrayList<>();
        if (!Boolean.FALSE.equals(facts)) {
            rules.add("Use only numbers, prices, rates and dates that stand in these messages.");
        }
        rules.add("Write at most " + longest() + " characters. Promise no approval, price or guarantee.");
        if (footer != null && !footer.isBlank()) {
            rules.add("End with exactly this text:\n" + footer.strip());
        }
        return String.join(" ", rules);
    }

    private List<String> violations(String text, Facts known) {
        List<String> violations = new ArrayList<>();
        if (!Boolean.FALSE.equals(facts)) {
            known.inventedIn(text)
                    .forEach(fact -> violations.add(
                            "Expected only numbers and dates that stand in the data, but \"" + fact + "\" does not."));
        }
        if (text.length() > longest()) {
            violations.add("Expected at most %d characters, but the text has %d.".formatted(longest(), text.length()));
        }
        forbiddenIn(text)
                .forEach(phrase ->
                        violations.add("Expected no promise such as \"" + phrase + "\", but the text makes it."));
        if (footer != null && !footer.isBlank() && !text.strip().endsWith(footer.strip())) {
            violations.add("Expected the text to end with \"" + footer.strip() + "\", but it does not.");
        }
        if (PLACEHOLDER.matcher(text).find()) {
            violations.add("Expected only placeholders that stand in the data, but the text has another.");
        }
        return violations;
    }

    private List<String> forbiddenIn(String text) {
        List<String> found = new ArrayList<>();
        for (Pattern promise : PROMISES) {
            Matcher match = promise.matcher(text);
            if (match.find()) {
                found.add(match.group());
            }
        }
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> own = forbidden == null ? List.of() : forbidden;
        own.stream()
                .filter(phrase -> !phrase.isBlank() && lower.contains(phrase.toLowerCase(Locale.ROOT)))
                .forEach(found::add);
        return found;
    }

    private int longest() {
        return maxLength == null ? LONGEST : maxLength;
    }
}
