package com.automatrix.execution.dashboard;

import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.execution.trigger.PublishedWorkflows;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What workflows and their steps are called in their newest version; null for what was never published here. */
final class Names {

    private final PublishedWorkflows workflows;
    private final Map<UUID, Newest> newest = new HashMap<>();

    private record Newest(int version, String name) {}

    Names(JdbcClient jdbc, PublishedWorkflows workflows) {
        this.workflows = workflows;
        jdbc.sql("""
            SELECT DISTINCT ON (workflow_id) workflow_id, version, name FROM workflow_versions
             ORDER BY workflow_id, version DESC\
            """).query(row -> {
            newest.put(
                    row.getObject("workflow_id", UUID.class), new Newest(row.getInt("version"), row.getString("name")));
        });
    }

    @Nullable
    String workflow(WorkflowId id) {
        Newest found = newest.get(id.value());
        return found == null ? null : found.name;
    }

    @Nullable
    String node(WorkflowId id, String nodeId) {
        Newest found = newest.get(id.value());
        if (found == null) {
            return null;
        }
        return workflows
                .version(id, found.version)
                .map(version -> name(version, nodeId))
                .orElse(null);
    }

    private static @Nullable String name(PublishedVersion version, String nodeId) {
        Node node = version.node(StepRunId.defined(nodeId));
        if (node == null) {
            return null;
        }
        return StepRunId.nameOf(nodeId, node.nameOrId());
    }
}
