package com.automatrix.execution.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A task with what a person needs in order to decide.
 *
 * @param form the JSON Schema of the answer; null asks for none
 * @param answer what was filled in
 * @param mayAct whether the one who asks may decide about it, by role or by name
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TaskDetail(
        TaskSummary task,
        @Nullable String instructions,
        @Nullable Object context,
        @Nullable Object form,
        @Nullable Object answer,
        boolean mayAct) {}
