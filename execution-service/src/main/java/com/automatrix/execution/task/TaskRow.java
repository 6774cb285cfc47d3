package com.automatrix.execution.task;

import com.automatrix.execution.engine.HumanTask;
import java.util.UUID;

/** A task that a batch opens, with the execution that it belongs to. */
public record TaskRow(HumanTask task, UUID executionId, UUID workflowId, String workflowName, String correlationId) {}
