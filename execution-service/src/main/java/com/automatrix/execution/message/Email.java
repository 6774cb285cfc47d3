package com.automatrix.execution.message;

import com.automatrix.execution.consent.Purpose;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail as a step asks for it.
 *
 * @param copies further addresses; whether they may be written to is not asked
 * @param from the address that it comes from, of the dealership's own; null is the usual one
 * @param html null makes one of the text
 * @param person what is known of the person, as in the dealership's events; may be empty
 */
public record Email(
        String to,
        List<String> copies,
        @Nullable String from,
        String subject,
        String text,
        @Nullable String html,
        Purpose purpose,
        @Nullable String personId,
        Map<?, ?> person) {

    public Email {
        copies = List.copyOf(copies);
    }
}
