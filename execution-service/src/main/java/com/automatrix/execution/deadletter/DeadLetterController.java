package com.automatrix.execution.deadletter;

import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.ProblemException;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.security.Role;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters over HTTP. What came, and why it was refused, may be a customer's: only operators see it. */
@RestController
@RequestMapping("/api/dead-letters")
@PreAuthorize("hasRole('OPERATOR')")
class DeadLetterController {

    private final DeadLetterStore store;
    private final DeadLetterService letters;

    DeadLetterController(DeadLetterStore store, DeadLetterService letters) {
        this.store = store;
        this.letters = letters;
    }

    /** What has become of one of several. */
    record Result(UUID id, boolean isReplayed, @Nullable String message) {}

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    Page<DeadLetterSummary> list(
            DeadLetterFilter.Request filter,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            CurrentUser user) {
        boolean seesAll = user.has(Role.OPERATOR);
        DeadLetterFilter read = DeadLetterFilter.read(filter);
        Page<DeadLetterSummary> page = store.list(
                        seesAll ? read : read.withoutPersonalData(), Limit.of(limit), Cursor.read(cursor, 1))
                .map(DeadLetterSummary::of);
        return seesAll ? page : page.map(DeadLetterSummary::withoutPersonalData);
    }

    /** Every topic that has dead letters, with how many are open. */
    @GetMapping("/topics")
    @PreAuthorize("hasRole('VIEWER')")
    Page<DeadLetterStore.TopicCount> topics() {
        return Page.of(store.topics());
    }

    @GetMapping("/{id}")
    DeadLetterDetail get(@PathVariable UUID id) {
        return DeadLetterDetail.of(letters.find(id));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeadLetterSummary replay(@PathVariable UUID id, @Valid @RequestBody ReplayRequest request, CurrentUser user) {
        letters.replay(id, request, user);
        return DeadLetterSummary.of(letters.find(id));
    }

    @PostMapping("/{id}/discard")
    DeadLetterSummary discard(@PathVariable UUID id, CurrentUser user) {
        letters.discard(id, user);
        return DeadLetterSummary.of(letters.find(id));
    }

    /** Sends several again as they came; each succeeds or is refused by itself. */
    @PostMapping("/replay")
    Page<Result> replayAll(@Valid @RequestBody ReplayAllRequest request, CurrentUser user) {
        List<Result> results =
                request.ids().stream().distinct().map(id -> replayOne(id, user)).toList();
        return Page.of(results);
    }

    private Result replayOne(UUID id, CurrentUser user) {
        try {
            letters.replay(id, new ReplayRequest(null, null), user);
            return new Result(id, true, null);
        } catch (ProblemException refused) {
            return new Result(id, false, refused.getMessage());
        }
    }
}
