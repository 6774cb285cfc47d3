package com.automatrix.ai.prompt;

import com.automatrix.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is different between two versions: the instructions line by line, and everything else as text. */
final class PromptDiff {

    private static final JsonMapper PRETTY = ContractJson.events()
            .rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private PromptDiff() {}

    enum Change {
        SAME,
        ADDED,
        REMOVED
    }

    record Line(Change change, String text) {}

    /** A part of the content whose lines are not all the same. */
    record Part(String name, List<Line> lines) {

        Part {
            lines = List.copyOf(lines);
        }
    }

    static List<Part> between(PromptContent from, PromptContent to) {
        List<Part> parts = new ArrayList<>();
        add(parts, "instructions", from.instructions(), to.instructions());
        add(parts, "variables", pretty(from.variables()), pretty(to.variables()));
        add(parts, "outputSchema", pretty(from.outputSchema()), pretty(to.outputSchema()));
        add(parts, "model", Objects.toString(from.model(), ""), Objects.toString(to.model(), ""));
        add(parts, "maxTokens", Objects.toString(from.maxTokens(), ""), Objects.toString(to.maxTokens(), ""));
        add(parts, "temperature", Objects.toString(from.temperature(), ""), Objects.toString(to.temperature(), ""));
        return parts;
    }

    private static String pretty(@Nullable Object value) {
        return value == null ? "" : PRETTY.writeValueAsString(value);
    }

    private static void add(List<Part> parts, String name, String from, String to) {
        if (!from.equals(to)) {
            parts.add(new Part(name, lines(from.lines().toList(), to.lines().toList())));
        }
    }

    /** By the longest common subsequence; instructions have at most some hundred lines. */
    static List<Line> lines(List<String> from, List<String> to) {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                common[i][j] = from.get(i).equals(to.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
                lines.add(new Line(Change.SAME, from.get(i++)));
                j++;
            } else if (j == to.size() || (i < from.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Change.REMOVED, from.get(i++)));
            } else {
                lines.add(new Line(Change.ADDED, to.get(j++)));
            }
        }
        return lines;
    }
}
