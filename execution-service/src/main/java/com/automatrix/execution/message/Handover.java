package com.automatrix.execution.message;

import com.automatrix.contracts.message.StepError;
import org.jspecify.annotations.Nullable;

/** What came of handing a message to a provider. */
sealed interface Handover {

    /**
     * It is theirs now, or lies in the outbox.
     *
     * @param provider OUTBOX, SMTP or TWILIO
     */
    record Accepted(
            MessageState state,
            String provider,
            @Nullable String providerId,
            @Nullable Integer segments) implements Handover {}

    /**
     * It was not taken, for certain.
     *
     * @param isAddressBad whether nothing will ever reach the address
     */
    record Rejected(StepError error, boolean isAddressBad) implements Handover {}

    /** Nobody knows whether it was taken. */
    record Unknown(String reason) implements Handover {}
}
