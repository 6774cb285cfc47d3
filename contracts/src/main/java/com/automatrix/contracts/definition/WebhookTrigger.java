package com.automatrix.contracts.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Starts an execution for each HTTP request to the trigger's own address.
 *
 * @param signature how requests are proven to come from the sender; null with no token trusts whoever knows the address
 * @param token the same, for senders that cannot sign
 * @param mapping an expression over {@code request} that makes the input; null takes the body
 * @param idempotencyKey an expression over {@code request} that names it: the same value starts one execution
 * @param filter an expression over {@code input} and {@code request} that must be true; null lets every request through
 * @param answer null is {@link Answer#ACCEPTED}
 */
public record WebhookTrigger(
        String id,
        @Nullable Signature signature,
        @Nullable Token token,
        @Nullable String mapping,
        @Nullable String idempotencyKey,
        @Nullable String filter,
        @Nullable Answer answer)
        implements Trigger {

    /** What the sender is told. */
    public enum Answer {
        /** That it was accepted, as soon as it is durable. */
        ACCEPTED,
        /** The workflow's result, if it is there within 30 s. */
        RESULT
    }

    /**
     * An HMAC-SHA-256 of the body, in hexadecimal; with a timestamp, of the timestamp, a dot and the body.
     *
     * @param header the request header that carries it
     * @param secret name of the secret that both sides know
     * @param timestampHeader the request header with the seconds since 1970
     * @param tolerance how old a timestamp may be; null is five minutes
     */
    public record Signature(
            String header,
            String secret,
            @Nullable String timestampHeader,
            @Nullable Duration tolerance) {}

    /**
     * A token that both sides know.
     *
     * @param header the request header that carries it
     * @param secret name of the secret
     */
    public record Token(String header, String secret) {}
}
