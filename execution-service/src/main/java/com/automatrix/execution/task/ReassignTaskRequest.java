package com.automatrix.execution.task;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a task.
 *
 * @param role null leaves it with the role that has it
 * @param assignee the e-mail address of one person; null is anybody with the role
 */
record ReassignTaskRequest(
        @Nullable @Size(max = 64) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        String role,

        @Nullable @Email @Size(max = 254) String assignee) {}
