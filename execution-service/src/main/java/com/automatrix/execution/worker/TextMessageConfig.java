package com.automatrix.execution.worker;

import com.automatrix.execution.consent.Purpose;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The config of {@code sms.send}; its schema says what it needs. */
record TextMessageConfig(
        String to,
        @Nullable String body,
        @Nullable String template,
        @Nullable Map<String, Object> values,
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
