package com.automatrix.execution.message;

import com.automatrix.execution.consent.Purpose;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text message as a step asks for it.
 *
 * @param person what is known of the person, as in the dealership's events; may be empty
 * @param resend whether to send again when nobody knows whether an earlier attempt did
 */
public record TextMessage(
        String to, String text, Purpose purpose, @Nullable String personId, Map<?, ?> person, boolean resend) {}
