package com.automatrix.execution.gate;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.KeyPart;
import org.jspecify.annotations.Nullable;

/** The key of the gate that counts a workflow's executions with the same value. */
public final class GateKey {

    private GateKey() {}

    /**
     * The key of a gate.
     *
     * @param value of the concurrency key; null if all executions of the workflow are counted together
     */
    public static String of(WorkflowId workflowId, @Nullable Object value) {
        return workflowId + ":" + (value == null ? "" : KeyPart.of(value));
    }
}
