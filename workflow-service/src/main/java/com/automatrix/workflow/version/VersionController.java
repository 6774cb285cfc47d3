package com.automatrix.workflow.version;

import com.automatrix.platform.page.Page;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Published versions over HTTP. */
@RestController
@RequestMapping("/api/workflows/{id}")
class VersionController {

    private final PublicationService publications;
    private final PublicationGate gate;

    VersionController(PublicationService publications, PublicationGate gate) {
        this.publications = publications;
        this.gate = gate;
    }

    @PostMapping("/publish")
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<VersionSummary> publish(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable PublishRequest body,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            CurrentUser user) {
        PublishRequest request = body == null ? PublishRequest.EMPTY : body;
        Clearance clearance = gate.pass(id, request, user, authorization);
        VersionSummary published = publications.publish(id, request.noteOrEmpty(), Author.of(user), clearance);
        return ResponseEntity.created(URI.create("/api/workflows/%s/versions/%d".formatted(id, published.version())))
                .body(published);
    }

    @GetMapping("/versions")
    @PreAuthorize("hasRole('VIEWER')")
    Page<VersionSummary> versions(@PathVariable UUID id) {
        return Page.of(publications.versions(id));
    }

    @GetMapping("/versions/{version}")
    @PreAuthorize("hasRole('VIEWER')")
    VersionResponse version(@PathVariable UUID id, @PathVariable int version) {
        return publications.version(id, version);
    }
}
