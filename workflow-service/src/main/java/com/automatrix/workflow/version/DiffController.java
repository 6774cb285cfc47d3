package com.automatrix.workflow.version;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Compares versions over HTTP; {@code draft} stands for what is not published yet. */
@RestController
@PreAuthorize("hasRole('VIEWER')")
class DiffController {

    private final VersionComparison comparison;

    DiffController(VersionComparison comparison) {
        this.comparison = comparison;
    }

    @GetMapping("/api/workflows/{id}/versions/{from}/diff/{to}")
    DiffResponse diff(@PathVariable UUID id, @PathVariable String from, @PathVariable String to) {
        return comparison.compare(id, from, to);
    }
}
