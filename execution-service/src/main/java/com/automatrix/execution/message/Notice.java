package com.automatrix.execution.message;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import java.util.UUID;

/**
 * An e-mail to a colleague about a step that waits for people. Colleagues are asked for no consent.
 *
 * @param why what tells it from other notices of the step; a step has one for each reason and address
 */
public record Notice(
        ExecutionId executionId, StepRunId step, UUID workflowId, String to, String why, String subject, String text) {

    String key() {
        return why + " " + to;
    }
}
