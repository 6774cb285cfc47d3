package com.automatrix.execution.history;

import org.jspecify.annotations.Nullable;

/** What a chart asks for, as it stands in the address. */
record MetricsRequest(
        @Nullable String workflowId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String bucket,
        @Nullable String zone) {}
