package com.automatrix.execution.outgoing;

import com.automatrix.contracts.message.StepError;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers a workflow may set: those that steer the connection, or that the product sets itself, it may not. */
final class HeaderRule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final int LONGEST = 8_000;
    private static final Set<String> RESERVED = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "idempotency-key");

    private HeaderRule() {}

    /** @throws OutgoingFailure with {@code http.header-refused} */
    static void check(Map<String, String> headers) {
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches() || RESERVED.contains(lower) || lower.startsWith("proxy-")) {
                throw refused("a header that a workflow may set, but \"%s\" is none".formatted(name));
            }
            if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
                throw refused("a value in one line for the header \"%s\", but it is another one".formatted(name));
            }
        });
    }

    private static OutgoingFailure refused(String expectedAndActual) {
        return new OutgoingFailure(StepError.permanent("http.header-refused", "Expected " + expectedAndActual + "."));
    }
}
