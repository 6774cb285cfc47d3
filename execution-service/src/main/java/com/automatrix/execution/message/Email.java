package com.automatrix.execution.message;

import com.automatrix.execution.consent.Purpose;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail as a step asks for it.
 *
 * @param copies further addresses; whether they may be written to is not asked
 * @param html null makes one of the text
 * @param person what is known of the person, as in the dealership's events; may be empty
 */
public record Email(
        String to,
        List<String> copies,
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
