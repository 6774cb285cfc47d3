package com.automatrix.execution.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** One execution with what went in and what came out. */
public record ExecutionDetail(
        @JsonUnwrapped ExecutionResponse execution,
        @JsonInclude @Nullable Object input,
        @JsonInclude @Nullable Object output,
        @Nullable String startedBy) {}
