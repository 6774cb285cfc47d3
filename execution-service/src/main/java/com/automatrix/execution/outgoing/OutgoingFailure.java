package com.automatrix.execution.outgoing;

import com.automatrix.contracts.message.StepError;

/** Why a request was not made or came to nothing, as the error that a step fails with. */
public final class OutgoingFailure extends RuntimeException {

    private final transient StepError error;

    public OutgoingFailure(StepError error) {
        super(error.code() + ": " + error.message());
        this.error = error;
    }

    public StepError error() {
        return error;
    }
}
