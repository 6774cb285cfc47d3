package com.automatrix.workflow.version;

import com.automatrix.platform.problem.Conflict;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deletes workflows of which nothing runs, or which are deleted by force. No transaction waits for the other service. */
@Component
class WorkflowDeletion {

    private final WorkflowService workflows;
    private final LifecycleService lifecycle;
    private final RunningExecutions executions;

    WorkflowDeletion(WorkflowService workflows, LifecycleService lifecycle, RunningExecutions executions) {
        this.workflows = workflows;
        this.lifecycle = lifecycle;
        this.executions = executions;
    }

    /**
     * Deletes a workflow. What starts between the question and the deletion goes on to its end.
     *
     * @param force cancels what runs, instead of refusing
     * @param authorization the caller's own {@code Authorization} header
     */
    void delete(UUID id, boolean force, String authorization) {
        // Of what was never published nothing can run.
        if (workflows.get(id).summary().publishedVersion() != null) {
            if (force) {
                executions.cancel(id, authorization);
            } else {
                refuseRunning(id, executions.count(id, authorization));
            }
        }
        lifecycle.delete(id);
    }

    private static void refuseRunning(UUID id, long running) {
        if (running > 0) {
            throw new Conflict(
                    "workflow.executions-running",
                    "Expected no execution of workflow %s to be going on, but %d %s. Cancel them or wait for their end; an administrator may delete it by force."
                            .formatted(id, running, running == 1 ? "is" : "are"));
        }
    }
}
