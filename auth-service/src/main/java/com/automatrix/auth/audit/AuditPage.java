package com.automatrix.auth.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor of the next page; null after the last one */
record AuditPage(
        List<AuditEntry> items, @JsonInclude @Nullable String next) {

    AuditPage {
        items = List.copyOf(items);
    }
}
