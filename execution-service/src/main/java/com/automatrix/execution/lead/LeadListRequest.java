package com.automatrix.execution.lead;

import org.jspecify.annotations.Nullable;

/** The filters of the list of leads, as they stand in its address; what is missing or empty filters nothing. */
record LeadListRequest(
        @Nullable String quality,
        @Nullable String from,
        @Nullable String to,
        @Nullable String text) {}
