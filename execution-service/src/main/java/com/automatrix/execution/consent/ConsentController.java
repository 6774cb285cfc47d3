package com.automatrix.execution.consent;

import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may be contacted, and what they have said about it. */
@RestController
@RequestMapping("/api/consents")
@PreAuthorize("hasRole('VIEWER')")
class ConsentController {

    private final ConsentService consents;
    private final ConsentQueries queries;
    private final ConsentDecisions decisions;

    ConsentController(ConsentService consents, ConsentQueries queries, ConsentDecisions decisions) {
        this.consents = consents;
        this.queries = queries;
        this.decisions = decisions;
    }

    /** What holds now for a person or an address. */
    @GetMapping
    Page<ConsentQueries.Holding> list(
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String address) {
        return Page.of(queries.holdings(Who.of(personId, address)));
    }

    /** By which channel and for what they may be contacted, and what decides it. */
    @GetMapping("/decisions")
    ConsentDecisions.DecisionsResponse decisions(
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String address) {
        return decisions.of(Who.of(personId, address));
    }

    /** All that was ever said, the newest first. */
    @GetMapping("/history")
    Page<ConsentQueries.Entry> history(
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.history(Who.of(personId, address), Limit.of(limit), Cursor.read(cursor, 1));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('OPERATOR')")
    Page<ConsentQueries.Holding> record(@Valid @RequestBody RecordConsentRequest request, CurrentUser user) {
        return Page.of(consents.record(request, user.name()));
    }
}
