package com.automatrix.execution.history;

import com.automatrix.contracts.json.JsonTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filters of the list of executions, as they stand in its address; what is missing or empty filters nothing. */
record ExecutionListRequest(
        @Nullable String workflowId,
        @Nullable String version,
        List<String> status,
        @Nullable String trigger,
        @Nullable String eventType,
        @Nullable String from,
        @Nullable String to,
        @Nullable String correlationId,
        @Nullable String businessKey,
        @Nullable String text) {

    ExecutionListRequest {
        status = JsonTree.list(status);
    }
}
