package com.automatrix.ai.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Payment cards: 13 to 19 figures of a card network that pass Luhn's check and are grouped as people group them; in any
 * grouping, and even mistyped, where the text speaks of a card.
 */
final class CardDetector implements Detector {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int NEAR = 48;

    private static final Pattern NETWORK = Pattern.compile("4.*|5[0-9].*|2[2-7].*|3[0-9].*|6[0-9].*|1800.*");
    private static final Pattern SPOKEN_OF = Pattern.compile(
            "\\b(?:card|visa|master ?card|amex|american express|discover|debit|credit|tarjeta|cc|pan|debito|credito)\\b");
    private static final Pattern ABOUT_IT = Pattern.compile(
            "\\b(?:cvv2?|cvc2?|csc|cid|security code|verification code|codigo de (?:seguridad|verificacion))\\b\\W{0,3}(?:code|number|is|es|:|=|#)?\\W{0,3}(?<value>\\d{3,4})(?!\\d)");
    private static final Pattern EXPIRY =
            Pattern.compile("\\G[^\\d\\n]{0,30}\\b(?<value>(?:0?[1-9]|1[0-2])\\s?[/-]\\s?(?:20)?\\d{2})(?!\\d)");
    private static final Pattern LAST_FOUR = Pattern.compile(
            "\\b(?:card|visa|master ?card|amex|tarjeta)\\b(?:(?!stock|ro\\b|vin\\b|[.!?]\\s)\\D){0,30}\\b(?:ending(?: in| with)?|ends(?: in| with)?|last (?:four|4)(?: digits)?|termina(?:da)? en|ultimos (?:cuatro|4)(?: digitos)?)\\b\\D{0,12}(?<value>\\d{4})(?!\\d)");

    @Override
    public Stream<Finding> find(PlainText text) {
        String plain = text.toString();
        List<Finding> found = new ArrayList<>();
        for (DigitRun run : DigitRun.in(plain)) {
            cards(text, plain, run, found);
        }
        for (Finding card : List.copyOf(found)) {
            var expiry = EXPIRY.matcher(plain).region(card.end(), plain.length());
            if (expiry.find()) {
                found.add(new Finding(expiry.start("value"), expiry.end("value"), Kind.CARD));
            }
        }
        Labelled.values(plain, ABOUT_IT, Kind.CARD).forEach(found::add);
        Labelled.values(plain, LAST_FOUR, Kind.CARD).forEach(found::add);
        return found.stream();
    }

    private static void cards(PlainText text, String plain, DigitRun run, List<Finding> found) {
        int groups = run.groups().size();
        for (int from = 0; from < groups; from++) {
            int digits = 0;
            for (int to = from; to < groups && digits < LONGEST; to++) {
                digits += run.groups().get(to).size();
                if (digits >= SHORTEST && digits <= LONGEST && isCard(text, plain, run.part(from, to + 1))) {
                    found.add(new Finding(
                            run.groups().get(from).start(), run.groups().get(to).end(), Kind.CARD));
                }
            }
        }
    }

    private static boolean isCard(PlainText text, String plain, DigitRun part) {
        String digits = part.digits();
        boolean valid = DigitRun.passesLuhn(digits) && NETWORK.matcher(digits).matches();
        boolean grouped = isGroupedAsCard(part.sizes());
        if (valid && (grouped || text.isSpoken(part.start(), part.end()))) {
            return true;
        }
        return (valid || grouped)
                && SPOKEN_OF
                        .matcher(plain)
                        .region(Math.max(0, part.start() - NEAR), Math.min(plain.length(), part.end() + NEAR / 2))
                        .find();
    }

    /** All groups of one size but the last, which may be another, or 4-6-5 and 4-6-4. */
    private static boolean isGroupedAsCard(List<Integer> sizes) {
        if (sizes.size() == 1) {
            return true;
        }
        if (sizes.equals(List.of(4, 6, 5)) || sizes.equals(List.of(4, 6, 4)) || sizes.equals(List.of(8, 8))) {
            return true;
        }
        int size = sizes.getFirst();
        return (size == 1 || size == 2 || size == 4 || size == 5)
                && sizes.subList(0, sizes.size() - 1).stream().allMatch(other -> other == size)
                && sizes.getLast() <= 5;
    }
}
