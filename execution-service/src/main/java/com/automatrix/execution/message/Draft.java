package com.automatrix.execution.message;

import com.automatrix.execution.consent.ContactQuestions.Recipient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as its step has written it, footer included.
 *
 * @param copies further addresses
 * @param sender the address that it comes from; null is the usual one
 * @param resend whether to send again when nobody knows whether an earlier attempt did
 */
record Draft(
        Recipient recipient,
        List<String> copies,
        @Nullable String sender,
        @Nullable String subject,
        String text,
        @Nullable String html,
        boolean resend) {

    Draft {
        copies = List.copyOf(copies);
    }
}
