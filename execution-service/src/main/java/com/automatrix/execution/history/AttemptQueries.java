package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.Usage;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads all attempts of an execution at a glance: a loop over thousands of items is a few pages. */
@Repository
class AttemptQueries {

    /** Without the values a page is about as large as a picture. */
    static final int PAGE = 5000;

    /** The first page is there at once; most executions have no other. */
    static final int FIRST_PAGE = 500;

    static final String PAGE_OF = """
            SELECT sequence, step_run_id, node_id, node_name, step_type, attempt, status, error, handles, worker, usage,
                   started_at, finished_at,
                   step_type LIKE 'ai.%' AND jsonb_typeof(output -> 'degraded') IS NOT DISTINCT FROM 'object' AS degraded
              FROM execution_logs WHERE execution_id = ? AND sequence > ? ORDER BY sequence LIMIT ?""";

    private final JdbcClient jdbc;

    AttemptQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<AttemptResponse> page(ExecutionId id, Optional<Cursor> after) {
        int size = after.isPresent() ? PAGE : FIRST_PAGE;
        List<AttemptResponse> rows = jdbc.sql(PAGE_OF)
                .params(id.value(), after.map(cursor -> cursor.number(0)).orElse(0L), size + 1)
                .query((row, number) -> attempt(row))
                .list();
        return Page.cut(rows, size, row -> Cursor.of(row.id()));
    }

    private static AttemptResponse attempt(ResultSet row) throws SQLException {
        Instant startedAt = ExecutionQueries.instant(row, "started_at");
        Instant finishedAt = ExecutionQueries.instant(row, "finished_at");
        return new AttemptResponse(
                row.getString("sequence"),
                row.getString("step_run_id"),
                row.getString("node_id"),
                row.getString("node_name"),
                row.getString("step_type"),
                row.getInt("attempt"),
                row.getString("status"),
                JsonText.read(row.getString("error"), StepError.class),
                ExecutionQueries.names(row, "handles"),
                row.getString("worker"),
                startedAt,
                finishedAt,
                ExecutionQueries.between(startedAt, finishedAt),
                JsonText.read(row.getString("usage"), Usage.class),
                row.getBoolean("degraded"));
    }
}
