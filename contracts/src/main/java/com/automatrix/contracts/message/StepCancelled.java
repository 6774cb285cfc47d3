package com.automatrix.contracts.message;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;

/** The engine no longer wants a step run's result. Key: the execution id; every process of every pool reads it. */
public record StepCancelled(ExecutionId executionId, StepRunId stepRunId) {}
