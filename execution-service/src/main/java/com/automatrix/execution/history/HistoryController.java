package com.automatrix.execution.history;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.testcase.TestCase;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.execution.trigger.PublishedWorkflows;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Shows executions, their steps and what happens to them. */
@RestController
@RequestMapping("/api/executions")
@PreAuthorize("hasRole('VIEWER')")
class HistoryController {

    private final ExecutionQueries queries;
    private final AttemptQueries attempts;
    private final PublishedWorkflows workflows;
    private final EventStreams streams;
    private final TestCaseRecording recording;

    HistoryController(
            ExecutionQueries queries,
            AttemptQueries attempts,
            PublishedWorkflows workflows,
            EventStreams streams,
            TestCaseRecording recording) {
        this.queries = queries;
        this.attempts = attempts;
        this.workflows = workflows;
        this.streams = streams;
        this.recording = recording;
    }

    /** The version that an execution is pinned to. */
    record PinnedDefinition(WorkflowId workflowId, int version, String name, WorkflowDefinition definition) {}

    record Related(List<ExecutionResponse> items) {}

    @GetMapping
    Page<ExecutionResponse> list(
            ExecutionListRequest filter,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.list(ExecutionFilter.read(filter), Limit.of(limit), Cursor.read(cursor, 1));
    }

    @GetMapping("/{id}")
    ExecutionDetail get(@PathVariable UUID id) {
        return queries.get(new ExecutionId(id));
    }

    /**
     * What its steps were given and gave, attempt by attempt.
     *
     * @param stepRunId only the attempts of this step run
     */
    @GetMapping("/{id}/logs")
    Page<StepLogResponse> logs(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String stepRunId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        queries.get(new ExecutionId(id));
        var execution = new ExecutionId(id);
        Optional<Cursor> after = Cursor.read(cursor, 1);
        return stepRunId == null
                ? queries.logs(execution, Limit.of(limit), after)
                : queries.logs(execution, stepRunId, Limit.of(limit), after);
    }

    /** The same at a glance, without the values: the first {@link AttemptQueries#FIRST_PAGE}, then pages of {@link AttemptQueries#PAGE}. */
    @GetMapping("/{id}/attempts")
    Page<AttemptResponse> attempts(@PathVariable UUID id, @RequestParam(required = false) @Nullable String cursor) {
        queries.get(new ExecutionId(id));
        return attempts.page(new ExecutionId(id), Cursor.read(cursor, 1));
    }

    /** The executions that it has called, and those that run it again. */
    @GetMapping("/{id}/related")
    Related related(@PathVariable UUID id) {
        queries.get(new ExecutionId(id));
        return new Related(queries.related(new ExecutionId(id)));
    }

    /** A test that expects of the workflow what it did in this execution. */
    @GetMapping("/{id}/test-case")
    @PreAuthorize("hasRole('BUILDER')")
    TestCase testCase(@PathVariable UUID id) {
        return recording.of(queries.get(new ExecutionId(id)));
    }

    @GetMapping("/{id}/definition")
    PinnedDefinition definition(@PathVariable UUID id) {
        ExecutionResponse execution = queries.get(new ExecutionId(id)).execution();
        PublishedVersion version = workflows
                .version(execution.workflowId(), execution.workflowVersion())
                .orElseThrow(() -> new NotFound(
                        "workflow.version-not-found",
                        "Expected version %d of workflow %s to be here, but it is not."
                                .formatted(execution.workflowVersion(), execution.workflowId())));
        return new PinnedDefinition(version.workflowId(), version.version(), version.name(), version.definition());
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
        queries.get(new ExecutionId(id));
        return streams.of(new ExecutionId(id), lastEventId == null ? 0 : lastEventId);
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return streams.ofAll();
    }
}
