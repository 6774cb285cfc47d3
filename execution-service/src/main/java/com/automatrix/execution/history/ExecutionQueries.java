package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.TriggerKind;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.contracts.message.Usage;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;

/** Reads the history, newest executions first, steps in the order in which they began. */
@Repository
public class ExecutionQueries {

    /** The business keys of the execution {@code e}. */
    static final String KEYS = """
            (SELECT json_object_agg(k.name, k.value ORDER BY k.name) FROM execution_business_keys k
              WHERE k.execution_id = e.id) AS business_keys""";

    static final String ONE = "SELECT e.*, " + KEYS + " FROM workflow_executions e WHERE e.id = ?";
    static final String LOGS =
            "SELECT * FROM execution_logs WHERE execution_id = ? AND sequence > ? ORDER BY sequence LIMIT ?";
    static final String LOGS_OF_STEP_RUN = """
            SELECT * FROM execution_logs WHERE execution_id = ? AND step_run_id = ? AND sequence > ?
             ORDER BY sequence LIMIT ?""";

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final int MOST_RELATED = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    ExecutionQueries(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    Page<ExecutionResponse> list(ExecutionFilter filter, Limit limit, Optional<Cursor> after) {
        ExecutionSearch search = new ExecutionSearch(filter, after.map(cursor -> cursor.uuid(0)), limit.rowsToRead());
        List<ExecutionResponse> rows = Objects.requireNonNull(reading.execute(status -> {
            // One plan for all values would be wrong for those that few executions have, or for those that all have.
            jdbc.sql("SET LOCAL plan_cache_mode = force_custom_plan").update();
            return jdbc.sql(search.sql())
                    .params(search.parameters())
                    .query((row, number) -> execution(row))
                    .list();
        }));
        return Page.cut(rows, limit.value(), row -> Cursor.of(row.id()));
    }

    /**
     * One execution, with what went in and came out.
     *
     * @throws NotFound if there is none
     */
    public ExecutionDetail get(ExecutionId id) {
        return find(id).orElseThrow(() ->
                new NotFound("execution.not-found", "Expected an execution %s, but there is none.".formatted(id)));
    }

    public Optional<ExecutionDetail> find(ExecutionId id) {
        return jdbc.sql(ONE)
                .param(id.value())
                .query((row, number) -> new ExecutionDetail(
                        execution(row),
                        JsonText.read(row.getString("input_data")),
                        JsonText.read(row.getString("output_data")),
                        row.getString("started_by")))
                .optional();
    }

    /** Those that come from another one, the latest first. */
    List<ExecutionResponse> related(ExecutionId origin) {
        return jdbc.sql("""
                        SELECT e.*, %s
                          FROM ((SELECT * FROM workflow_executions WHERE caller_execution_id = :origin
                                  ORDER BY id DESC LIMIT :most)
                                UNION ALL
                                (SELECT * FROM workflow_executions WHERE rerun_of = :origin
                                  ORDER BY id DESC LIMIT :most)) e""".formatted(KEYS))
                .param("origin", origin.value())
                .param("most", MOST_RELATED)
                .query((row, number) -> execution(row))
                .list();
    }

    Page<StepLogResponse> logs(ExecutionId id, Limit limit, Optional<Cursor> after) {
        List<StepLogResponse> rows = jdbc.sql(LOGS)
                .params(id.value(), after.map(cursor -> cursor.number(0)).orElse(0L), limit.rowsToRead())
                .query((row, number) -> log(row))
                .list();
        return Page.cut(rows, limit.value(), row -> Cursor.of(row.id()));
    }

    /** The attempts of one step run. */
    Page<StepLogResponse> logs(ExecutionId id, String stepRunId, Limit limit, Optional<Cursor> after) {
        List<StepLogResponse> rows = jdbc.sql(LOGS_OF_STEP_RUN)
                .params(
                        id.value(),
                        stepRunId,
                        after.map(cursor -> cursor.number(0)).orElse(0L),
                        limit.rowsToRead())
                .query((row, number) -> log(row))
                .list();
        return Page.cut(rows, limit.value(), row -> Cursor.of(row.id()));
    }

    /** The attempts of all its steps, in the order in which they began. */
    List<StepLogResponse> attempts(ExecutionId id, int limit) {
        return jdbc.sql(LOGS)
                .params(id.value(), 0L, limit)
                .query((row, number) -> log(row))
                .list();
    }

    /** The messages that told of the execution after the given sequence, in order. */
    List<byte[]> timeline(ExecutionId id, long afterSequence) {
        return jdbc.sql("""
                        SELECT events FROM execution_timeline WHERE execution_id = ? AND last_sequence > ?
                         ORDER BY first_sequence""")
                .params(id.value(), afterSequence)
                .query((row, number) -> row.getBytes("events"))
                .list();
    }

    private static ExecutionResponse execution(ResultSet row) throws SQLException {
        Instant startedAt = Objects.requireNonNull(instant(row, "started_at"));
        Instant finishedAt = instant(row, "finished_at");
        return new ExecutionResponse(
                new ExecutionId(row.getObject("id", UUID.class)),
                new WorkflowId(row.getObject("workflow_id", UUID.class)),
                row.getString("workflow_name"),
                row.getInt("workflow_version"),
                row.getString("status"),
                new TriggerRef(
                        TriggerKind.valueOf(row.getString("trigger_kind")),
                        row.getString("trigger_id"),
                        row.getString("event_id"),
                        row.getString("event_type")),
                row.getString("correlation_id"),
                startedAt,
                finishedAt,
                between(startedAt, finishedAt),
                row.getBoolean("paused"),
                link(row, "caller_execution_id", "caller_step_run_id"),
                link(row, "rerun_of", "rerun_from_node"),
                JsonText.read(row.getString("error"), ExecutionError.class),
                JsonText.read(row.getString("business_keys"), TEXTS));
    }

    private static @Nullable ExecutionLink link(ResultSet row, String id, String step) throws SQLException {
        UUID other = row.getObject(id, UUID.class);
        return other == null ? null : new ExecutionLink(new ExecutionId(other), row.getString(step));
    }

    private static StepLogResponse log(ResultSet row) throws SQLException {
        Instant startedAt = instant(row, "started_at");
        Instant finishedAt = instant(row, "finished_at");
        return new StepLogResponse(
                row.getString("sequence"),
                row.getString("step_run_id"),
                row.getString("node_id"),
                row.getString("node_name"),
                row.getString("step_type"),
                row.getInt("attempt"),
                row.getString("status"),
                JsonText.read(row.getString("input")),
                JsonText.read(row.getString("output")),
                JsonText.read(row.getString("error"), StepError.class),
                names(row, "handles"),
                row.getString("worker"),
                startedAt,
                finishedAt,
                between(startedAt, finishedAt),
                JsonText.read(row.getString("usage"), Usage.class));
    }

    static List<String> names(ResultSet row, String column) throws SQLException {
        List<String> names = JsonText.read(row.getString(column), NAMES);
        return names == null ? List.of() : names;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable Long between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis();
    }
}
