package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.RunningParts;
import com.automatrix.local.Settings;
import com.automatrix.local.bench.HistoryOptions.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Months of history that nobody had, in partitions of their own so that they are dropped in a moment. */
final class MadeUpHistory implements AutoCloseable {
    static final List<String> MONTHS = List.of("2001-01-01", "2001-02-01", "2001-03-01", "2001-04-01");
    static final int STEPS = 10;
    static final int LONG_STEPS = 10_000;

    private final Connection connection;
    private final boolean keep;

    private MadeUpHistory(Settings settings, boolean keep) {
        this.connection = new RunningParts(settings).postgres("execution");
        this.keep = keep;
        try {
            execute(Files.readString(settings.root().resolve("infra/bench/history.sql")));
        } catch (IOException failure) {
            throw new Failure("Expected infra/bench/history.sql to be readable, but: " + failure.getMessage(), failure);
        }
    }

    static MadeUpHistory of(Settings settings, HistoryOptions options) {
        var history = new MadeUpHistory(settings, options.work() != Work.MEASURE_AND_DROP);
        for (var month : MONTHS) {
            history.execute("CALL pg_temp.history_drop('" + month + "')");
            history.execute("CALL pg_temp.history_fill('" + month + "', " + options.executions() / MONTHS.size() + ", "
                    + STEPS + ")");
        }
        history.execute("CALL pg_temp.history_lengthen('" + history.last() + "', " + LONG_STEPS + ")");
        // As autovacuum would in time, and the service every day.
        history.execute("VACUUM ANALYZE");
        return history;
    }

    /** Drops what an earlier one has left. */
    static void drop(Settings settings) {
        new MadeUpHistory(settings, false).close();
    }

    /** The latest execution; it has many steps. */
    UUID last() {
        return UUID.fromString(text("SELECT id FROM workflow_executions WHERE id < uuid7_floor('2001-05-01Z')"
                + " ORDER BY id DESC LIMIT 1"));
    }

    /** Any other execution. */
    UUID one() {
        return UUID.fromString(text("SELECT id FROM workflow_executions WHERE id < uuid7_floor('2001-03-15Z')"
                + " ORDER BY id DESC LIMIT 1"));
    }

    long logRows() {
        return Long.parseLong(
                text("SELECT count(*) FROM execution_logs WHERE execution_id < uuid7_floor('2001-05-01Z')"));
    }

    @Override
    public void close() {
        try (connection) {
            if (!keep) {
                MONTHS.forEach(month -> execute("CALL pg_temp.history_drop('" + month + "')"));
            }
        } catch (SQLException failure) {
            throw new Failure("Expected to close the connection, but: " + failure.getMessage(), failure);
        }
    }

    private void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new Failure("Expected to make up a history, but: " + failure.getMessage(), failure);
        }
    }

    private String text(String sql) {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException failure) {
            throw new Failure("Expected to find a made-up execution, but: " + failure.getMessage(), failure);
        }
    }
}
