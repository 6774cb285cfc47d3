package com.automatrix.execution.task;

import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.ProblemException;
import com.automatrix.platform.security.CurrentUser;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what people are asked, and takes what they decide. Who may decide is up to each task. */
@RestController
@RequestMapping("/api/tasks")
@PreAuthorize("hasRole('VIEWER')")
class TaskController {

    private final TaskService service;

    TaskController(TaskService service) {
        this.service = service;
    }

    @GetMapping
    Page<TaskSummary> list(
            TaskListRequest filter,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            CurrentUser user) {
        return service.list(TaskFilter.read(filter), user, Limit.of(limit), Cursor.read(cursor, 2));
    }

    @GetMapping("/counts")
    TaskCounts counts(CurrentUser user) {
        return service.count(user);
    }

    @GetMapping("/{id}")
    TaskDetail get(@PathVariable UUID id, CurrentUser user) {
        return service.get(id, user);
    }

    @PostMapping("/{id}/claim")
    TaskDetail claim(@PathVariable UUID id, CurrentUser user) {
        return service.claim(id, user);
    }

    @PostMapping("/{id}/release")
    TaskDetail release(@PathVariable UUID id, CurrentUser user) {
        return service.release(id, user);
    }

    @PostMapping("/{id}/reassign")
    TaskDetail reassign(@PathVariable UUID id, @Valid @RequestBody ReassignTaskRequest request, CurrentUser user) {
        return service.reassign(id, request, user);
    }

    @PostMapping("/{id}/decide")
    TaskDetail decide(@PathVariable UUID id, @Valid @RequestBody DecideTaskRequest request, CurrentUser user) {
        return service.decide(id, request, user);
    }

    /** What became of each of several decisions. */
    record Decisions(List<Result> items) {}

    /**
     * What became of one of them.
     *
     * @param code why it could not be decided, with its sentence
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Result(
            UUID id,
            boolean isDecided,
            @Nullable String code,
            @Nullable String message) {}

    @PostMapping("/decide")
    Decisions decide(@Valid @RequestBody DecideTasksRequest request, CurrentUser user) {
        return new Decisions(request.ids().stream()
                .distinct()
                .map(id -> decide(id, request, user))
                .toList());
    }

    private Result decide(UUID id, DecideTasksRequest request, CurrentUser user) {
        try {
            service.decideTogether(id, new DecideTaskRequest(null, request.outcome(), request.comment(), null), user);
            return new Result(id, true, null, null);
        } catch (ProblemException refused) {
            return new Result(id, false, refused.code(), refused.getMessage());
        }
    }
}
