package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Draws the states that executions and steps were seen in, and compares the drawing with the document. */
final class Drawing {

    private static final Path DOCUMENT = Path.of("../docs/generated/execution-states.md");

    private Drawing() {}

    /** Adds every change from one decision to the next. */
    static void transitions(List<ExecutionState> states, Set<String> steps, Set<String> executions) {
        Map<String, StepStatus> before = new HashMap<>();
        ExecutionStatus former = null;
        for (ExecutionState state : states) {
            add(executions, former, state.status());
            former = state.status();
            state.steps().forEach((id, run) -> add(steps, before.put(id, run.status()), run.status()));
        }
    }

    static void check(SortedSet<String> steps, SortedSet<String> executions) {
        String drawn =
                """
                # States of executions and steps

                Drawn by a test of execution-service from what the engine did. Do not edit.

                ## Execution

                %s
                ## Step run

                %s""".formatted(diagram(executions, finals(ExecutionStatus.values())), diagram(steps, stepFinals()));
        try {
            String written = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
            if (!written.equals(drawn)) {
                Files.createDirectories(DOCUMENT.getParent());
                Files.writeString(DOCUMENT, drawn);
            }
            assertThat(written)
                    .as("%s, which is written anew: look at it and commit it", DOCUMENT)
                    .isEqualTo(drawn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <S extends Enum<S>> void add(Set<String> transitions, @Nullable S from, S to) {
        if (from != to) {
            transitions.add("%s --> %s".formatted(from == null ? "[*]" : from, to));
        }
    }

    private static List<String> finals(ExecutionStatus... statuses) {
        return Arrays.stream(statuses)
                .filter(ExecutionStatus::isFinal)
                .map(Enum::name)
                .toList();
    }

    private static List<String> stepFinals() {
        return Arrays.stream(StepStatus.values())
                .filter(StepStatus::isDecided)
                .map(Enum::name)
                .toList();
    }

    private static String diagram(SortedSet<String> transitions, List<String> finals) {
        StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        transitions.forEach(
                transition -> diagram.append("    ").append(transition).append('\n'));
        finals.forEach(end -> diagram.append("    ").append(end).append(" --> [*]\n"));
        return diagram.append("```\n").toString();
    }
}
