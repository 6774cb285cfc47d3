package com.automatrix.execution.dashboard;

import org.jspecify.annotations.Nullable;

/** What the dashboard asks for, as it stands in the address. */
record DashboardRequest(
        @Nullable String workflowId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String bucket,
        @Nullable String zone) {}
