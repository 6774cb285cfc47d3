package com.automatrix.contracts.definition;

import org.jspecify.annotations.Nullable;

/**
 * Starts an execution for each HTTP request to the trigger's own address; the request's JSON body is the input.
 *
 * @param signature how requests are proven to come from the sender; null trusts whoever knows the address
 * @param filter an expression over {@code input} that must be true; null lets every request through
 */
public record WebhookTrigger(
        String id, @Nullable Signature signature, @Nullable String filter) implements Trigger {

    /**
     * An HMAC-SHA-256 of the body, in hexadecimal.
     *
     * @param header the request header that carries it
     * @param secret name of the secret that both sides know
     */
    public record Signature(String header, String secret) {}
}
