package com.automatrix.execution.history;

import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the list of executions to a spreadsheet, page by page as it is read. */
@RestController
@RequestMapping("/api/executions/export")
@PreAuthorize("hasRole('VIEWER')")
class ExportController {

    private static final int MOST_PAGES = 500;
    private static final Limit PAGE = new Limit(Limit.MAXIMUM);

    private final ExecutionQueries queries;

    ExportController(ExecutionQueries queries) {
        this.queries = queries;
    }

    /** At most the newest 100,000 that fit. */
    @GetMapping(produces = "text/csv")
    void export(ExecutionListRequest request, HttpServletResponse response) throws IOException {
        ExecutionFilter filter = ExecutionFilter.read(request);
        Page<ExecutionResponse> page = queries.list(filter, PAGE, Optional.empty());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"executions.csv\"");
        Writer writer = response.getWriter();
        writer.write(Csv.line(
                "Id",
                "Workflow",
                "Version",
                "Status",
                "Trigger",
                "Event type",
                "Started",
                "Finished",
                "Duration (ms)",
                "Correlation id",
                "Business keys",
                "Error code",
                "Error"));
        for (int read = 1; ; read++) {
            for (ExecutionResponse execution : page.items()) {
                writer.write(line(execution));
            }
            writer.flush();
            Optional<Cursor> next = Cursor.read(page.nextCursor(), 1);
            if (next.isEmpty() || read == MOST_PAGES) {
                return;
            }
            page = queries.list(filter, PAGE, next);
        }
    }

    private static String line(ExecutionResponse execution) {
        return Csv.line(
                execution.id(),
                execution.workflowName(),
                execution.workflowVersion(),
                execution.status(),
                execution.trigger().kind(),
                execution.trigger().eventType(),
                execution.startedAt(),
                execution.finishedAt(),
                execution.durationMs(),
                execution.correlationId(),
                keys(execution.businessKeys()),
                execution.error() == null ? null : execution.error().code(),
                execution.error() == null ? null : execution.error().message());
    }

    private static @Nullable String keys(@Nullable Map<String, String> keys) {
        return keys == null
                ? null
                : keys.entrySet().stream()
                        .map(key -> key.getKey() + ":" + key.getValue())
                        .collect(Collectors.joining(" "));
    }
}
