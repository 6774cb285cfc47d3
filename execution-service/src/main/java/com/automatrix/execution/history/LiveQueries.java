package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which executions of a workflow have not ended; the partial index of statuses holds few others. */
@Repository
public class LiveQueries {

    static final String VERSIONS = """
            SELECT workflow_version, count(*) AS total,
                   count(*) FILTER (WHERE status = 'PENDING') AS pending,
                   count(*) FILTER (WHERE status = 'RUNNING') AS running,
                   count(*) FILTER (WHERE status = 'WAITING') AS waiting,
                   count(*) FILTER (WHERE status = 'COMPENSATING') AS compensating,
                   count(*) FILTER (WHERE paused) AS paused
              FROM workflow_executions
             WHERE workflow_id = :workflowId AND status IN ('PENDING', 'RUNNING', 'WAITING', 'COMPENSATING')
             GROUP BY workflow_version ORDER BY workflow_version DESC""";

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    LiveQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version first; those of which nothing goes on are left out. */
    List<VersionUse> versions(WorkflowId workflowId) {
        return jdbc.sql(VERSIONS)
                .param("workflowId", workflowId.value())
                .query((row, number) -> new VersionUse(
                        row.getInt("workflow_version"),
                        row.getLong("total"),
                        row.getLong("pending"),
                        row.getLong("running"),
                        row.getLong("waiting"),
                        row.getLong("compensating"),
                        row.getLong("paused")))
                .list();
    }

    /** The ids of those after the given one, the oldest first. */
    public List<ExecutionId> ids(WorkflowId workflowId, Optional<ExecutionId> after, int most) {
        return jdbc.sql("""
                        SELECT id FROM workflow_executions
                         WHERE workflow_id = :workflowId AND id > :after
                           AND status IN ('PENDING', 'RUNNING', 'WAITING', 'COMPENSATING')
                         ORDER BY id LIMIT :most""")
                .param("workflowId", workflowId.value())
                .param("after", after.map(ExecutionId::value).orElse(FIRST))
                .param("most", most)
                .query((row, number) -> new ExecutionId(row.getObject("id", UUID.class)))
                .list();
    }
}
