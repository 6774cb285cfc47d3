package com.automatrix.execution.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody decides about a task, once it is known to fit. */
record TaskDecision(
        UUID id,
        Outcome outcome,
        @Nullable String comment,
        @Nullable Object answer) {}
