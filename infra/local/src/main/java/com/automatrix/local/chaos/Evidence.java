package com.automatrix.local.chaos;

import com.automatrix.local.Failure;
import com.automatrix.local.RunningParts;
import com.automatrix.local.bench.Workflow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What the database tells of the executions of some workflows. */
final class Evidence implements AutoCloseable {
    private static final String OURS = "SELECT id FROM workflow_executions WHERE workflow_id = ANY (?::uuid[])";

    private final Connection database;
    private final List<String> workflows;

    Evidence(RunningParts parts, List<Workflow> workflows) {
        this.database = parts.postgres("execution");
        this.workflows = workflows.stream().map(Workflow::id).toList();
    }

    int unended() {
        return count("SELECT count(*) FROM workflow_executions"
                + " WHERE workflow_id = ANY (?::uuid[]) AND finished_at IS NULL");
    }

    int foundStuck() {
        return count("SELECT count(*) FROM stuck_executions WHERE id IN (" + OURS + ")");
    }

    /** How many of the ids are those of no execution. */
    int unknown(Collection<String> ids) {
        return count(
                "SELECT count(*) FROM unnest(?::uuid[]) AS started (id) WHERE NOT EXISTS"
                        + " (SELECT 1 FROM workflow_executions e WHERE e.id = started.id)",
                ids);
    }

    int completedTwice() {
        return count("SELECT count(*) FROM (SELECT 1 FROM execution_logs WHERE execution_id IN (" + OURS
                + ") AND status = 'COMPLETED' GROUP BY execution_id, step_run_id HAVING count(*) > 1) AS twice");
    }

    /** Places where what was told of an execution does not go on where it had ended, or does not begin with 1. */
    int breaks() {
        return count("SELECT count(*) FROM (SELECT first_sequence, coalesce(lag(last_sequence) OVER"
                + " (PARTITION BY execution_id ORDER BY first_sequence), 0) AS before"
                + " FROM execution_timeline WHERE execution_id IN (" + OURS + ")) AS told"
                + " WHERE first_sequence <> before + 1");
    }

    int wrongEnds() {
        return count("SELECT count(*) FROM workflow_executions WHERE workflow_id = ANY (?::uuid[])"
                + " AND finished_at IS NOT NULL AND (status <> 'COMPLETED'"
                + " OR (output_data->'last'->>'n')::numeric IS DISTINCT FROM (input_data->>'n')::numeric)");
    }

    int requestedAgain() {
        return count("SELECT count(*) FROM execution_logs WHERE execution_id IN (" + OURS + ") AND attempt > 1");
    }

    private int count(String sql) {
        return count(sql, workflows);
    }

    private int count(String sql, Collection<String> ids) {
        try (var statement = database.prepareStatement(sql)) {
            statement.setArray(1, database.createArrayOf("uuid", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failure) {
            throw new Failure("Expected the database to tell what came of it, but: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException failure) {
            throw new Failure("Expected to close the connection, but: " + failure.getMessage(), failure);
        }
    }
}
