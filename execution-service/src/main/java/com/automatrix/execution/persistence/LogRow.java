package com.automatrix.execution.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt of a step run; JSON columns as text. The parts that are null leave the stored ones as they are. */
public record LogRow(
        UUID executionId,
        String stepRunId,
        int attempt,
        long sequence,
        String nodeId,
        @Nullable String nodeName,
        String stepType,
        String status,
        @Nullable String input,
        @Nullable String output,
        @Nullable String error,
        @Nullable String handles,
        @Nullable String worker,
        @Nullable String usage,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** The key of the row. */
    public record Key(UUID executionId, String stepRunId, int attempt) {}

    public Key key() {
        return new Key(executionId, stepRunId, attempt);
    }

    /** This row with what a later event of the same attempt says. */
    public LogRow then(LogRow later) {
        return new LogRow(
                executionId,
                stepRunId,
                attempt,
                sequence,
                nodeId,
                nodeName,
                stepType,
                later.status,
                or(later.input, input),
                or(later.output, output),
                or(later.error, error),
                or(later.handles, handles),
                or(later.worker, worker),
                or(later.usage, usage),
                or(later.startedAt, startedAt),
                or(later.finishedAt, finishedAt));
    }

    private static <T> @Nullable T or(@Nullable T later, @Nullable T earlier) {
        return later == null ? earlier : later;
    }
}
