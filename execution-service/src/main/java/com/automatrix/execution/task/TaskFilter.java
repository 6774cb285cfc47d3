package com.automatrix.execution.task;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list; null is any.
 *
 * @param isMine only those of the one who asks: by name, or by role and nobody else's
 * @param isOverdue only those that should have been done by now
 */
record TaskFilter(
        boolean isMine,
        TaskState state,
        @Nullable String role,
        @Nullable UUID workflowId,
        @Nullable UUID executionId,
        boolean isOverdue) {

    private static final String CODE = "task.bad-filter";

    /** What a filter's value may be in the list's address. */
    private enum Scope {
        MINE,
        ALL
    }

    static TaskFilter read(TaskListRequest request) {
        return new TaskFilter(
                one("scope", request.scope(), Scope.MINE) == Scope.MINE,
                one("state", request.state(), TaskState.OPEN),
                request.role() == null || request.role().isBlank()
                        ? null
                        : request.role().strip(),
                id("workflowId", request.workflowId()),
                id("executionId", request.executionId()),
                Boolean.TRUE.equals(request.overdue()));
    }

    private static <E extends Enum<E>> E one(String name, @Nullable String text, E otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        List<E> values = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
        return values.stream()
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refused(
                        name,
                        "Expected one of %s, but got \"%s\"."
                                .formatted(values.stream().map(Enum::name).collect(Collectors.joining(", ")), text)));
    }

    private static @Nullable UUID id(String name, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw refused(name, "Expected an id, but got \"%s\".".formatted(text));
        }
    }

    private static Invalid refused(String name, String message) {
        return new Invalid(CODE, message, List.of(new Violation("?" + name, CODE, message)));
    }
}
