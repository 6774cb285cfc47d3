package com.automatrix.auth.audit;

import com.automatrix.platform.page.Limit;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail, for administrators. */
@RestController
@RequestMapping("/api/audit")
@PreAuthorize("hasRole('ADMIN')")
class AuditController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final AuditService audit;

    AuditController(AuditService audit) {
        this.audit = audit;
    }

    /** What is looked for, as it comes in the query. */
    record AuditQuery(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to) {

        private AuditFilter filter() {
            return new AuditFilter(
                    said(actor), said(action), said(subject), AuditTimes.read("from", from), AuditTimes.read("to", to));
        }

        private static @Nullable String said(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    @GetMapping
    AuditPage list(
            AuditQuery query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return audit.page(query.filter(), Limit.of(limit), cursor);
    }

    /** The newest entries as a file. */
    @GetMapping(params = "format=csv")
    ResponseEntity<String> export(AuditQuery query) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .body(AuditCsv.of(audit.export(query.filter())));
    }
}
