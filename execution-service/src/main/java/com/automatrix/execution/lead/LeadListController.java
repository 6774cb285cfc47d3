package com.automatrix.execution.lead;

import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the leads that came, and how each was read. */
@RestController
@RequestMapping("/api/leads")
@PreAuthorize("hasRole('VIEWER')")
class LeadListController {

    private final LeadQueries queries;

    LeadListController(LeadQueries queries) {
        this.queries = queries;
    }

    @GetMapping
    Page<LeadSummary> list(
            LeadListRequest filter,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.list(LeadFilter.read(filter), Limit.of(limit), Cursor.read(cursor, 1));
    }

    @GetMapping("/{id}")
    LeadDetail get(@PathVariable UUID id) {
        return queries.find(id);
    }

    /** As it came, to be kept and not to be shown: whoever sent it may have put anything into it. */
    @GetMapping("/{id}/document")
    ResponseEntity<byte[]> document(@PathVariable UUID id) {
        LeadStore.Document document = queries.document(id);
        ContentDisposition attachment =
                ContentDisposition.attachment().filename("lead-" + id + ".txt").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(document.content());
    }
}
