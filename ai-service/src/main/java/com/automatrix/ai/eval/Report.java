package com.automatrix.ai.eval;

import com.automatrix.ai.eval.Result.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The results as a text for people. */
record Report(String subject, List<Result> results) {

    Report {
        results = List.copyOf(results);
    }

    boolean holds() {
        return results.stream().allMatch(Result::holds);
    }

    /** @param misses whether to list the items that went wrong */
    String text(boolean misses) {
        List<String> lines = new ArrayList<>();
        lines.add("Evaluation of " + subject);
        results.forEach(result -> group(lines, result, misses));
        lines.add("");
        lines.add(holds() ? "All gates hold." : "Some gates do not hold.");
        return String.join("\n", lines) + "\n";
    }

    private static void group(List<String> lines, Result result, boolean misses) {
        lines.add("");
        lines.add(result.group() + " (" + result.items() + " items)");
        Map<String, Tally.Score> scores = new TreeMap<>(result.tally().scores());
        if (!scores.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "  %-28s %9s %9s %9s", "label", "precision", "recall", "F1"));
        }
        scores.forEach((label, score) -> lines.add(String.format(
                Locale.ROOT, "  %-28s %9.2f %9.2f %9.2f", label, score.precision(), score.recall(), score.f1())));
        result.bars().forEach(bar -> lines.add("  " + sentence(bar)));
        if (result.notPossible() != null) {
            lines.add("  not possible with this provider: " + result.notPossible());
        } else if (result.unanswered() > 0) {
            lines.add("  without a usable answer: " + result.unanswered());
        }
        if (misses) {
            result.misses().forEach(miss -> lines.add("  - " + miss));
        }
    }

    private static String sentence(Bar bar) {
        String verdict = (bar.kind() == Bar.Kind.GATE ? "gate " : "target ") + (bar.isPassed() ? "holds" : "MISSED");
        return bar.least() == 0
                ? String.format(Locale.ROOT, "%s: %s %.0f, none allowed", verdict, bar.name(), Math.abs(bar.found()))
                : String.format(
                        Locale.ROOT, "%s: %s %.2f, at least %.2f", verdict, bar.name(), bar.found(), bar.least());
    }
}
