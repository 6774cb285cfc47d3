package com.automatrix.ai.draft;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Drafts over HTTP. */
@RestController
class DraftController {

    private static final int LONGEST_DESCRIPTION = 4_000;

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** @param definition what is to be changed; without it, a new one is wanted */
    record DraftRequest(
            @NotBlank @Size(max = LONGEST_DESCRIPTION) String description,
            @Nullable Map<String, Object> definition) {}

    @PostMapping("/api/ai/draft-workflow")
    @PreAuthorize("hasRole('BUILDER')")
    Draft draft(
            @Valid @RequestBody DraftRequest request, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return drafts.of(request.description(), request.definition(), authorization);
    }
}
