package com.automatrix.local.chaos;

import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A table of one row, each figure below its name. */
final class Columns {
    private Columns() {}

    static String text(SequencedMap<String, Integer> columns) {
        return line(columns, Map.Entry::getKey)
                + "\n"
                + line(columns, column -> "-".repeat(column.getKey().length()))
                + "\n"
                + line(columns, column -> String.valueOf(column.getValue()));
    }

    private static String line(
            SequencedMap<String, Integer> columns, Function<Map.Entry<String, Integer>, String> cell) {
        return columns.entrySet().stream()
                .map(column -> {
                    var text = cell.apply(column);
                    return " ".repeat(Math.max(0, column.getKey().length() - text.length())) + text;
                })
                .collect(Collectors.joining(" | "));
    }
}
