package com.automatrix.ai.usage;

import com.automatrix.ai.usage.CallQueries.By;
import com.automatrix.ai.usage.CallQueries.Filter;
import com.automatrix.ai.usage.CallQueries.Sum;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was asked of models, what it cost, and what it may cost. */
@RestController
@RequestMapping("/api/ai")
@PreAuthorize("hasRole('VIEWER')")
class UsageController {

    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final CallQueries queries;
    private final BudgetService budgets;
    private final FullTextCipher cipher;
    private final DealershipZone zone;
    private final Audit audit;
    private final InstantSource clock;

    UsageController(
            CallQueries queries,
            BudgetService budgets,
            FullTextCipher cipher,
            DealershipZone zone,
            Audit audit,
            InstantSource clock) {
        this.queries = queries;
        this.budgets = budgets;
        this.cipher = cipher;
        this.zone = zone;
        this.audit = audit;
        this.clock = clock;
    }

    record UsageResponse(
            LocalDate from,
            LocalDate to,
            String timeZone,
            List<Sum> byDay,
            List<Sum> byWorkflow,
            List<Sum> byModel,
            List<Sum> byPrompt) {}

    record FullTextResponse(UUID id, @JsonRawValue String messages) {}

    /** The last 30 days unless told, at most a year. */
    @GetMapping("/usage")
    UsageResponse usage(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        ZoneId in = zone.zone();
        LocalDate last = to == null ? clock.instant().atZone(in).toLocalDate() : to;
        LocalDate first = from == null ? last.minusDays(DAYS - 1L) : from;
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new Invalid(
                    "ai.bad-days",
                    "Expected days in their order and at most %d, but they are %s to %s."
                            .formatted(MOST_DAYS, first, last));
        }
        return new UsageResponse(
                first,
                last,
                in.getId(),
                queries.sums(By.DAY, first, last, in),
                queries.sums(By.WORKFLOW, first, last, in),
                queries.sums(By.MODEL, first, last, in),
                queries.sums(By.PROMPT, first, last, in));
    }

    @GetMapping("/budgets")
    List<BudgetResponse> budgets() {
        return budgets.list();
    }

    @PutMapping("/budgets")
    @PreAuthorize("hasRole('ADMIN')")
    List<BudgetResponse> changeBudgets(@RequestBody @Size(max = 500) List<@NotNull @Valid Budget> changed) {
        return budgets.replace(changed);
    }

    @GetMapping("/calls")
    Page<CallRow> calls(
            Filter filter,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.list(filter, Limit.of(limit), Cursor.read(cursor, 1));
    }

    @GetMapping("/calls/{id}")
    CallRow call(@PathVariable UUID id) {
        return queries.find(id).orElseThrow(() -> notFound(id));
    }

    /** What was asked before personal data was taken out, if it is kept at all. */
    @GetMapping("/calls/{id}/full-text")
    @PreAuthorize("hasRole('ADMIN')")
    FullTextResponse fullText(@PathVariable UUID id) {
        call(id);
        byte[] stored = queries.fullText(id)
                .orElseThrow(() -> new NotFound(
                        "ai.full-text-not-kept",
                        "Expected the full text of call %s to be kept, but it is not: that has to be switched on first, and ends with its retention."
                                .formatted(id)));
        audit.record("ai-call.full-text-read", "ai-call", id.toString(), null, null);
        try {
            return new FullTextResponse(id, cipher.decrypt(id, stored));
        } catch (GeneralSecurityException otherKey) {
            throw new NotFound(
                    "ai.full-text-unreadable",
                    "Expected the full text of call %s to be under the configured key, but it is not.".formatted(id));
        }
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("ai.call-not-found", "Expected a call %s, but there is none.".formatted(id));
    }
}
