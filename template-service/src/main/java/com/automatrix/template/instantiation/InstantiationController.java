package com.automatrix.template.instantiation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Instantiation over HTTP. */
@RestController
class InstantiationController {

    private static final int LONGEST_KEY = 200;

    private final InstantiationService instantiation;

    InstantiationController(InstantiationService instantiation) {
        this.instantiation = instantiation;
    }

    /** What the workflow would be; nothing is made. */
    @PostMapping("/api/templates/{idOrSlug}/preview")
    @PreAuthorize("hasRole('BUILDER')")
    PreviewResponse preview(@PathVariable String idOrSlug, @Valid @RequestBody InstantiateRequest request) {
        return instantiation.preview(idOrSlug, request);
    }

    @PostMapping("/api/templates/{idOrSlug}/instantiate")
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<InstantiateResponse> instantiate(
            @PathVariable String idOrSlug,
            @Valid @RequestBody InstantiateRequest request,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 1, max = LONGEST_KEY) @Nullable
                    String idempotencyKey) {
        Caller caller = new Caller(authorization, idempotencyKey);
        InstantiateResponse made = InstantiateResponse.of(instantiation.instantiate(idOrSlug, request, caller));
        return ResponseEntity.created(URI.create(made.href())).body(made);
    }
}
