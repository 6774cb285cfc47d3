package com.automatrix.ai.eval;

import com.automatrix.ai.eval.Result.Bar;
import com.automatrix.ai.provider.Label;
import com.automatrix.ai.rule.KeywordRules;
import com.automatrix.ai.rule.Signal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Items that are put under labels: first by the keyword rules, which win, then by the provider. */
final class LabelGroup implements Group {

    /** From here on a label fits, when several may. */
    private static final double FITS = 0.3;

    private final Kind kind;
    private final List<LabelItem> items;
    private final List<Label> labels;

    LabelGroup(Kind kind, List<LabelItem> items, List<Label> labels) {
        this.kind = kind;
        this.items = List.copyOf(items);
        this.labels = List.copyOf(labels);
    }

    /**
     * How a group is labelled and judged.
     *
     * @param ruled the label that the rules decide, and the signal for it
     * @param isSingle whether exactly one label fits, and none beside one that the rules gave
     * @param apart whether the ruled label stands beside the single one, and is not one of them
     */
    record Kind(
            String name,
            String ruled,
            Signal signal,
            boolean isSingle,
            boolean apart,
            Function<Tally, List<Bar>> bars) {}

    /** A text with the labels that fit. */
    record LabelItem(String id, String lang, String text, Set<String> labels) {

        LabelItem {
            labels = Set.copyOf(labels);
        }
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Result run(Subject subject) {
        Answers<LabelItem, Map<String, Double>> answers =
                Answers.of(items, item -> subject.classify(item.text(), labels));
        Tally tally = new Tally();
        List<String> misses = new ArrayList<>();
        for (var answer : answers.all()) {
            LabelItem item = answer.item();
            Map<String, Double> scores = answer.answer() == null ? Map.of() : answer.answer();
            Set<String> found = found(item.text(), scores);
            tally.add(item.labels(), found);
            if (!found.equals(item.labels())) {
                misses.add("%s expected %s, found %s: %s"
                        .formatted(item.id(), sorted(item.labels()), sorted(found), item.text()));
            }
        }
        return new Result(
                name(),
                items.size(),
                tally,
                kind.bars().apply(tally),
                answers.notPossible(),
                answers.unanswered(),
                misses);
    }

    private Set<String> found(String text, Map<String, Double> scores) {
        Set<String> found = new LinkedHashSet<>();
        if (KeywordRules.signalsOf(text).contains(kind.signal())) {
            found.add(kind.ruled());
        }
        if (!kind.isSingle()) {
            scores.forEach((label, score) -> {
                if (score >= FITS) {
                    found.add(label);
                }
            });
        } else if (found.isEmpty() || kind.apart()) {
            best(scores).forEach(found::add);
        }
        return found;
    }

    private List<String> best(Map<String, Double> scores) {
        List<String> best = new ArrayList<>();
        scores.entrySet().stream()
                .filter(score -> !kind.apart() || !score.getKey().equals(kind.ruled()))
                .max(Map.Entry.comparingByValue())
                .ifPresent(score -> best.add(score.getKey()));
        if (kind.apart() && scores.getOrDefault(kind.ruled(), 0d) >= 0.5) {
            best.add(kind.ruled());
        }
        return best;
    }

    private static String sorted(Set<String> labels) {
        return labels.stream().sorted().collect(Collectors.joining(", ", "[", "]"));
    }
}
