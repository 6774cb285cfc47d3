package com.automatrix.local.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows as a table in Markdown; columns that no row has are left out. */
final class Table {
    private final List<List<String>> lines = new ArrayList<>();

    private Table(List<String> head) {
        lines.add(head);
    }

    static String of(List<Row> rows) {
        var metrics = Arrays.stream(Metric.values())
                .filter(metric -> rows.stream().anyMatch(row -> row.medians().containsKey(metric)))
                .toList();
        var head = new ArrayList<>(List.of("shape", "what"));
        metrics.forEach(metric -> head.add(metric.title()));
        var table = new Table(head);
        rows.forEach(row -> table.lines.add(line(row, metrics)));
        return table.text();
    }

    private static List<String> line(Row row, List<Metric> metrics) {
        var medians = row.medians();
        var line = new ArrayList<String>();
        line.add(row.shape());
        line.add(row.remark().isEmpty() ? row.what() : row.what() + " (" + row.remark() + ")");
        for (var metric : metrics) {
            var value = medians.get(metric);
            line.add(value == null ? "" : number(value));
        }
        return line;
    }

    /** Three digits that count: more would claim what no run repeats. */
    static String number(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    private String text() {
        var widths = new int[lines.getFirst().size()];
        lines.forEach(line -> {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        var rule = Arrays.stream(widths).mapToObj("-"::repeat).toList();
        var all = new ArrayList<>(lines);
        all.add(1, rule);
        return all.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String padded(List<String> line, int[] widths) {
        var padded = new ArrayList<String>();
        for (var i = 0; i < widths.length; i++) {
            var space = " ".repeat(widths[i] - line.get(i).length());
            // Names to the left, figures to the right.
            padded.add(i < 2 ? line.get(i) + space : space + line.get(i));
        }
        return String.join(" | ", padded).stripTrailing();
    }
}
