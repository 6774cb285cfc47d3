package com.automatrix.ai.explain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Explanations over HTTP. */
@RestController
class ExplainController {

    private final Explanations explanations;

    ExplainController(Explanations explanations) {
        this.explanations = explanations;
    }

    record ExplainRequest(@NotNull UUID executionId) {}

    @PostMapping("/api/ai/explain-execution")
    @PreAuthorize("hasRole('VIEWER')")
    Explanation explain(
            @Valid @RequestBody ExplainRequest request,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return explanations.explain(request.executionId(), authorization);
    }
}
