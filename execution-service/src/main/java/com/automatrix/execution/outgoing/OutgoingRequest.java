package com.automatrix.execution.outgoing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to another system.
 *
 * @param headers in the clear; sent on to another host by no redirect
 * @param proof what proves who calls; the same holds for it
 * @param body null if there is none
 * @param bounds who may be called, and how much of an answer is read
 */
public record OutgoingRequest(
        String method,
        String url,
        Map<String, String> headers,
        Proof proof,
        @Nullable Body body,
        Bounds bounds) {

    public OutgoingRequest {
        headers = new LinkedHashMap<>(headers);
    }

    /** What is sent, and as what. */
    // Compared by nobody.
    @SuppressWarnings("ArrayRecordComponent")
    public record Body(byte[] bytes, String contentType) {

        @Override
        public String toString() {
            return "Body[%d bytes, %s]".formatted(bytes.length, contentType);
        }
    }

    /**
     * How far the request may go.
     *
     * @param hosts which hosts may be called, each redirect's too
     * @param maxRedirects how many redirects are followed
     * @param maxResponse the largest body that is read, in bytes
     * @param idempotencyKey by which the other side can tell a repeat
     * @param deadline when nobody wants the answer any more
     */
    public record Bounds(
            AllowedHosts hosts,
            int maxRedirects,
            long maxResponse,
            @Nullable String idempotencyKey,
            Instant deadline) {}
}
