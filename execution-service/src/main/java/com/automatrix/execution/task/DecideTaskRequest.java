package com.automatrix.execution.task;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision.
 *
 * @param id of the decision, made by whoever sends it, so that it can be sent again; null makes one here
 * @param outcome {@code APPROVED} or {@code REJECTED} of an approval; {@code DONE}, which it is when left out, of a task
 * @param answer to the task's form
 */
record DecideTaskRequest(
        @Nullable UUID id,
        @Nullable Outcome outcome,
        @Nullable @Size(max = 4000) String comment,
        @Nullable Object answer) {}
