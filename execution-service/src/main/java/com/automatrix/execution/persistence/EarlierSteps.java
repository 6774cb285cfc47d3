package com.automatrix.execution.persistence;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.StepError;
import com.automatrix.execution.engine.EarlierStep;
import com.automatrix.execution.engine.StepStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Reads from the history what had become of the steps of an execution that is run again. */
@Repository
public class EarlierSteps {

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    EarlierSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last attempts of all step runs that are in no loop. */
    public List<EarlierStep> of(ExecutionId execution) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (step_run_id) step_run_id, status, output, error, handles, started_at,
                               finished_at
                          FROM execution_logs
                         WHERE execution_id = ? AND step_run_id NOT LIKE '%[%'
                         ORDER BY step_run_id, attempt DESC""")
                .param(execution.value())
                .query((row, number) -> step(row))
                .list();
    }

    private static EarlierStep step(ResultSet row) throws SQLException {
        List<String> handles = JsonText.read(row.getString("handles"), NAMES);
        return new EarlierStep(
                row.getString("step_run_id"),
                StepStatus.valueOf(row.getString("status")),
                JsonText.read(row.getString("output")),
                JsonText.read(row.getString("error"), StepError.class),
                handles == null ? List.of() : handles,
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
