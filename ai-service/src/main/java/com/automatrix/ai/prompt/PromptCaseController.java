package com.automatrix.ai.prompt;

import com.automatrix.ai.prompt.PromptRequests.Cases;
import com.automatrix.ai.prompt.PromptRequests.FromCall;
import com.automatrix.ai.prompt.PromptRequests.Run;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tests of prompts over HTTP: everybody reads them and their last run, builders write and run them. */
@RestController
@RequestMapping("/api/prompts/{promptId}/cases")
@PreAuthorize("hasRole('VIEWER')")
class PromptCaseController {

    private final PromptCaseService cases;
    private final PromptRuns runs;

    PromptCaseController(PromptCaseService cases, PromptRuns runs) {
        this.cases = cases;
        this.runs = runs;
    }

    @GetMapping
    Cases list(@PathVariable UUID promptId) {
        return cases.list(promptId);
    }

    @PostMapping
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<StoredCase> add(@PathVariable UUID promptId, @Valid @RequestBody PromptCase test, CurrentUser user) {
        return created(promptId, cases.add(promptId, test, user.name()));
    }

    @PostMapping("/from-call")
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<StoredCase> addFromCall(
            @PathVariable UUID promptId, @Valid @RequestBody FromCall request, CurrentUser user) {
        return created(promptId, cases.addFromCall(promptId, request, user.name()));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('BUILDER')")
    StoredCase replace(
            @PathVariable UUID promptId, @PathVariable UUID id, @Valid @RequestBody PromptCase test, CurrentUser user) {
        return cases.replace(promptId, id, test, user.name());
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasRole('BUILDER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID promptId, @PathVariable UUID id) {
        cases.remove(promptId, id);
    }

    /** Asks a model for every test; all of it is paid like any other call. */
    @PostMapping("/run")
    @PreAuthorize("hasRole('BUILDER')")
    PromptRun run(@PathVariable UUID promptId, @Valid @RequestBody Run request, CurrentUser user) {
        return runs.run(promptId, request, user.name());
    }

    private static ResponseEntity<StoredCase> created(UUID promptId, StoredCase added) {
        return ResponseEntity.created(URI.create("/api/prompts/%s/cases/%s".formatted(promptId, added.id())))
                .body(added);
    }
}
