package com.automatrix.execution.logline;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.execution.history.ExecutionQueries;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the services logged about an execution. */
@RestController
@RequestMapping("/api/executions/{id}/log-lines")
@PreAuthorize("hasRole('OPERATOR')")
class LogLineController {

    private final LogLineStore store;
    private final ExecutionQueries executions;

    LogLineController(LogLineStore store, ExecutionQueries executions) {
        this.store = store;
        this.executions = executions;
    }

    /** Everything with its correlation id, the oldest first: also of what was started by the same request or event. */
    @GetMapping
    Page<LogLineResponse> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        String correlationId = executions.get(new ExecutionId(id)).execution().correlationId();
        return store.page(correlationId, Limit.of(limit), Cursor.read(cursor, 1));
    }
}
