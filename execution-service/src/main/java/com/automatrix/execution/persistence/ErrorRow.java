package com.automatrix.execution.persistence;

import java.util.UUID;

/** What was said, in one batch, when an execution or its steps failed. */
public record ErrorRow(UUID executionId, String messages) {}
