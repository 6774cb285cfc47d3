package com.automatrix.execution.task;

import com.automatrix.contracts.json.JsonTree;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same decision about several approvals. */
record DecideTasksRequest(
        @NotEmpty @Size(max = 100) List<@NotNull UUID> ids,
        @NotNull Outcome outcome,
        @Nullable @Size(max = 4000) String comment) {

    DecideTasksRequest {
        ids = JsonTree.list(ids);
    }
}
