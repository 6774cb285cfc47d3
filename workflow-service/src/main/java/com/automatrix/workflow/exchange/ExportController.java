package com.automatrix.workflow.exchange;

import com.automatrix.platform.document.DocumentText;
import com.automatrix.platform.document.ExportFormat;
import com.automatrix.workflow.testing.TestCaseService;
import com.automatrix.workflow.version.WorkflowContent;
import com.automatrix.workflow.version.Workflows;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Export over HTTP; what it gives can be imported as it is. */
@RestController
class ExportController {

    private final Workflows workflows;
    private final TestCaseService tests;

    ExportController(Workflows workflows, TestCaseService tests) {
        this.workflows = workflows;
        this.tests = tests;
    }

    /** @param version null for the draft; tests have no versions */
    @GetMapping("/api/workflows/{id}/export")
    @PreAuthorize("hasRole('VIEWER')")
    ResponseEntity<byte[]> export(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam @Nullable Integer version) {
        ExportFormat chosen = ExportFormat.of(format);
        WorkflowContent content = workflows.content(id, version);
        String text = DocumentText.of(WorkflowDocument.of(content, tests.list(id)), chosen);
        return chosen.file(text, fileName(content.name()));
    }

    private static String fileName(String name) {
        String readable =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return readable.isEmpty() ? "workflow" : readable;
    }
}
