package com.automatrix.ai.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds in a text what a model must not see. Pure: no model, no network, the same text always gives the same places.
 *
 * <p>It would rather take too much than too little: what is taken without need is at worst missing in an answer.
 */
final class Redactor {

    private static final Detector TOKENS =
            Labelled.by(Kind.TEXT, "(?<value>\\[\\s?\\[\\s{0,3}[a-z]{2,12}[_ -]?\\d{1,6}\\s{0,3}\\]\\s?\\])");

    private static final List<Detector> DETECTORS = Stream.of(
                    List.<Detector>of(new CardDetector(), TOKENS),
                    IdentityDetectors.ALL,
                    MoneyDetectors.ALL,
                    SecretDetectors.ALL,
                    PersonDetectors.ALL)
            .flatMap(List::stream)
            .toList();

    private Redactor() {}

    /**
     * The places, in order and apart from each other.
     *
     * @param names of people that the text may speak of
     */
    static List<Finding> find(String original, Collection<String> names) {
        PlainText text = PlainText.of(original);
        if (text.length() == 0) {
            return List.of();
        }
        List<Finding> found = Stream.concat(DETECTORS.stream(), Stream.of(new NameDetector(original, names)))
                .flatMap(detector -> detector.find(text))
                .filter(finding -> finding.end() > finding.start())
                .map(text::original)
                .sorted(Comparator.comparingInt(Finding::start))
                .toList();
        return apart(found);
    }

    private static List<Finding> apart(List<Finding> sorted) {
        List<Finding> apart = new ArrayList<>();
        for (Finding next : sorted) {
            if (!apart.isEmpty() && next.start() < apart.getLast().end()) {
                apart.add(joined(apart.removeLast(), next));
            } else {
                apart.add(next);
            }
        }
        return apart;
    }

    /** What must not be sent at all wins over what may be sent as a token, then the longer one. */
    private static Finding joined(Finding left, Finding right) {
        Kind kind;
        if (left.kind().restorable() != right.kind().restorable()) {
            kind = left.kind().restorable() ? right.kind() : left.kind();
        } else {
            kind = right.end() - right.start() > left.end() - left.start() ? right.kind() : left.kind();
        }
        return new Finding(left.start(), Math.max(left.end(), right.end()), kind);
    }
}
