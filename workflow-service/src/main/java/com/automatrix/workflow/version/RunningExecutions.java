package com.automatrix.workflow.version;

import com.automatrix.platform.gateway.Gateway;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks execution-service, in the caller's name, what runs of a workflow. */
@Component
class RunningExecutions {

    private final Gateway gateway;

    RunningExecutions(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The executions of one version that have not ended. */
    record OfVersion(int version, long total) {}

    /** What execution-service says of the versions of a workflow. */
    record OfWorkflow(List<OfVersion> items) {}

    /** What execution-service has begun to cancel. */
    record Cancelled(int cancelled) {}

    /** How many executions of the workflow have not ended. */
    long count(UUID workflowId, String authorization) {
        return gateway
                .get("/api/executions/versions?workflowId=" + workflowId, authorization, OfWorkflow.class)
                .items()
                .stream()
                .mapToLong(OfVersion::total)
                .sum();
    }

    /** Has all of them cancelled; returns when that will happen, not when it has. */
    int cancel(UUID workflowId, String authorization) {
        Map<String, Object> request = Map.of("workflowId", workflowId, "reason", "The workflow was deleted");
        return gateway.post("/api/executions/cancellations", request, authorization, Cancelled.class)
                .cancelled();
    }
}
