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
        @Nullable String endedFrom,
        @Nullable String endedTo,
        @Nullable String correlationId,
        @Nullable String businessKey,
        @Nullable String businessKeyPart,
        @Nullable String text) {

    ExecutionListRequest {
        status = JsonTree.list(status);
    }

    /** All with this business key. */
    static ExecutionListRequest withKey(@Nullable String businessKey) {
        return new ExecutionListRequest(
                null, null, List.of(), null, null, null, null, null, null, null, businessKey, null, null);
    }
}
