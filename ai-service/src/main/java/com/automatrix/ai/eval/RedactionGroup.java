package com.automatrix.ai.eval;

import com.automatrix.ai.eval.Result.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Texts with data that no model may see, and with data that it needs. */
final class RedactionGroup implements Group {

    private static final String KEPT = "kept";
    private static final Set<String> FINANCIAL =
            Set.of("SSN", "CARD", "ACCOUNT", "INCOME", "CREDIT", "DATE_OF_BIRTH", "LICENCE", "SECRET", "IP");

    private final List<RedactionItem> items;

    RedactionGroup(List<RedactionItem> items) {
        this.items = List.copyOf(items);
    }

    /**
     * A text with its secrets.
     *
     * @param keep what must still stand in it
     */
    record RedactionItem(String id, String lang, String text, List<Secret> secrets, List<String> keep) {

        RedactionItem {
            secrets = List.copyOf(secrets);
            keep = List.copyOf(keep);
        }
    }

    record Secret(String kind, String value) {}

    @Override
    public String name() {
        return "redaction";
    }

    @Override
    public Result run(Subject subject) {
        Tally tally = new Tally();
        List<String> misses = new ArrayList<>();
        for (RedactionItem item : items) {
            String hidden = subject.hide(item.text());
            for (Secret secret : item.secrets()) {
                count(tally, misses, item, secret.kind(), !hidden.contains(secret.value()), hidden);
            }
            for (String word : item.keep()) {
                count(tally, misses, item, KEPT, hidden.contains(word), hidden);
            }
        }
        List<Bar> bars = List.of(
                Bar.gate("recall of financial data", tally.ofAll(FINANCIAL).recall(), 0.99),
                Bar.target("harmless words kept", tally.of(KEPT).recall(), 0.95));
        return new Result(name(), items.size(), tally, bars, null, 0, misses);
    }

    private static void count(
            Tally tally, List<String> misses, RedactionItem item, String label, boolean isRight, String hidden) {
        tally.add(label, isRight ? new Tally.Score(1, 0, 0) : new Tally.Score(0, 0, 1));
        if (!isRight) {
            misses.add("%s %s: %s".formatted(item.id(), label, hidden));
        }
    }
}
