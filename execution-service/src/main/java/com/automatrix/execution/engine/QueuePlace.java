package com.automatrix.execution.engine;

import com.automatrix.contracts.message.EventRef;
import com.automatrix.contracts.message.TriggerRef;
import org.jspecify.annotations.Nullable;

/**
 * What an execution that had to ask its gate keeps until its end: where to give the slot back, and what its start has to
 * tell when it is admitted.
 *
 * @param gateKey of the gate that was asked
 */
public record QueuePlace(
        String gateKey,
        TriggerRef trigger,
        @Nullable String startedBy,
        @Nullable EventRef event) {}
