package com.automatrix.execution.worker;

import com.automatrix.execution.consent.Purpose;
import org.jspecify.annotations.Nullable;

/** The config of {@code sms.send}; its schema says what it needs. */
record TextMessageConfig(
        String to,
        String body,
        @Nullable Purpose purpose,
        @Nullable Object person,
        @Nullable String personId,
        @Nullable OnUnknown onUnknown) {

    /** What to do when nobody knows whether the text was sent. */
    enum OnUnknown {
        RESEND,
        TASK
    }
}
