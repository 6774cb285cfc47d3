package com.automatrix.workflow.version;

import java.time.Instant;
import java.util.UUID;

/** A published version as a list shows it. */
record VersionSummary(
        UUID workflowId, int version, String name, Instant publishedAt, String publishedBy, String note) {}
