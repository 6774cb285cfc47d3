package com.automatrix.workflow.version;

import com.automatrix.platform.security.CurrentUser;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pauses, archives, restores and deletes workflows over HTTP. */
@RestController
@RequestMapping("/api/workflows/{id}")
@PreAuthorize("hasRole('BUILDER')")
class LifecycleController {

    private final LifecycleService lifecycle;
    private final PublicationService publications;
    private final WorkflowDeletion deletion;

    LifecycleController(LifecycleService lifecycle, PublicationService publications, WorkflowDeletion deletion) {
        this.lifecycle = lifecycle;
        this.publications = publications;
        this.deletion = deletion;
    }

    @PostMapping("/pause")
    WorkflowSummary pause(@PathVariable UUID id) {
        return lifecycle.pause(id);
    }

    @PostMapping("/resume")
    WorkflowSummary resume(@PathVariable UUID id) {
        return lifecycle.resume(id);
    }

    @PostMapping("/archive")
    WorkflowSummary archive(@PathVariable UUID id) {
        return lifecycle.archive(id);
    }

    @PostMapping("/unarchive")
    WorkflowSummary unarchive(@PathVariable UUID id) {
        return lifecycle.unarchive(id);
    }

    /** Without {@code If-Match} the version replaces whatever the draft is. */
    @PostMapping("/versions/{version}/restore")
    ResponseEntity<WorkflowResponse> restore(
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            CurrentUser user) {
        OptionalLong revision = ifMatch == null ? OptionalLong.empty() : Revision.expected(ifMatch);
        return WorkflowController.tagged(
                lifecycle.restore(publications.version(id, version), revision, Author.of(user)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('BUILDER') and (!#force or hasRole('ADMIN'))")
    void delete(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean force,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        deletion.delete(id, force, authorization);
    }
}
