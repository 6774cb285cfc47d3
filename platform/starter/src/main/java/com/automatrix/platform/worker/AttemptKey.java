package com.automatrix.platform.worker;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.StepRequested;

/** Names one attempt of one step run. */
record AttemptKey(ExecutionId executionId, StepRunId stepRunId, int attempt) {

    static AttemptKey of(StepRequested request) {
        return new AttemptKey(request.executionId(), request.stepRunId(), request.attempt());
    }

    @Override
    public String toString() {
        return executionId + "/" + stepRunId + "#" + attempt;
    }
}
