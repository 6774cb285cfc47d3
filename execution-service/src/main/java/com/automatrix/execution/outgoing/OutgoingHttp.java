package com.automatrix.execution.outgoing;

import com.automatrix.contracts.message.StepError;
import com.automatrix.execution.outgoing.OutgoingRequest.Body;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests to other systems, redirects included. Each address on the way is judged anew: by its form, by its host,
 * and by the very address that is connected to. Whatever proves who calls goes to the place that it was meant for, and
 * to no other one, nor back there afterwards.
 */
public final class OutgoingHttp {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> KEEP_METHOD = Set.of(307, 308);

    private final Exchange exchange;
    private final OutgoingProperties properties;
    private final InstantSource clock;

    OutgoingHttp(Exchange exchange, OutgoingProperties properties, InstantSource clock) {
        this.exchange = exchange;
        this.properties = properties;
        this.clock = clock;
    }

    /** One request and its answer, without redirects. */
    interface Exchange {

        /**
         * Sends one request and reads its answer.
         *
         * @throws OutgoingFailure if there is no answer, or one that is too large
         */
        Reply send(Hop hop);
    }

    /** One request on the way. */
    record Hop(
            String method,
            URI uri,
            Map<String, String> headers,
            @Nullable Body body,
            long maxResponse,
            Duration timeout) {}

    /** What came back. */
    // Compared by nobody.
    @SuppressWarnings("ArrayRecordComponent")
    record Reply(int status, Map<String, String> headers, byte[] body) {}

    /**
     * Sends the request, follows redirects, and gives the last answer, of whatever status.
     *
     * @throws OutgoingFailure if it may not be sent, or no answer came that can be read
     */
    public OutgoingAnswer send(OutgoingRequest request) {
        checkSize(request.body());
        Redaction redaction = Redaction.of(request.proof().secrets());
        URI start = checked(request.url(), request);
        Hop hop = new Hop(
                request.method(),
                start,
                headers(request, true),
                request.body(),
                request.bounds().maxResponse(),
                left(request));
        boolean isTrusted = true;
        for (int redirects = 0; ; redirects++) {
            Reply reply = exchange.send(hop);
            String location = reply.headers().get("location");
            if (!REDIRECTS.contains(reply.status()) || location == null) {
                return OutgoingAnswer.of(reply.status(), shown(reply.headers(), redaction), reply.body(), redaction);
            }
            if (redirects == request.bounds().maxRedirects()) {
                throw tooManyRedirects(request.bounds().maxRedirects());
            }
            URI next = checked(resolved(hop.uri(), location), request);
            isTrusted = isTrusted && TargetAddress.isSamePlace(start, next);
            hop = follow(hop, next, reply.status(), request, isTrusted);
        }
    }

    // As browsers do: a form that was sent is answered by a page that is read.
    private Hop follow(Hop hop, URI next, int status, OutgoingRequest request, boolean isTrusted) {
        boolean becomesGet =
                !KEEP_METHOD.contains(status) && (status == 303 || hop.method().equals("POST"));
        return new Hop(
                becomesGet ? "GET" : hop.method(),
                next,
                headers(request, isTrusted),
                becomesGet ? null : hop.body(),
                hop.maxResponse(),
                left(request));
    }

    private static Map<String, String> headers(OutgoingRequest request, boolean isTrusted) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json, */*;q=0.5");
        if (isTrusted) {
            HeaderRule.check(request.headers());
            request.headers().forEach((name, value) -> put(headers, name, value));
            request.proof().headers().forEach((name, value) -> put(headers, name, value));
        }
        String key = request.bounds().idempotencyKey();
        if (key != null) {
            headers.put("Idempotency-Key", key);
        }
        return headers;
    }

    private static void put(Map<String, String> headers, String name, String value) {
        headers.keySet().removeIf(other -> other.equalsIgnoreCase(name));
        headers.put(name, value);
    }

    private static URI checked(String url, OutgoingRequest request) {
        URI uri = TargetAddress.read(url);
        String host = TargetAddress.host(uri);
        if (!request.bounds().hosts().allow(host)) {
            throw new OutgoingFailure(StepError.permanent(
                    "http.host-not-allowed",
                    "Expected a host that the dealership allows, but \"%s\" is not among them. An administrator can add it to the settings."
                            .formatted(host)));
        }
        return uri;
    }

    private static String resolved(URI from, String location) {
        try {
            return from.resolve(location).toString();
        } catch (IllegalArgumentException malformed) {
            throw new OutgoingFailure(StepError.permanent(
                    "http.url-refused",
                    "Expected an address to be redirected to, but the answer has none that can be read."));
        }
    }

    private Duration left(OutgoingRequest request) {
        Duration untilDeadline =
                Duration.between(clock.instant(), request.bounds().deadline());
        Duration left =
                untilDeadline.compareTo(properties.totalTimeout()) < 0 ? untilDeadline : properties.totalTimeout();
        if (!left.isPositive()) {
            throw new OutgoingFailure(OutgoingErrors.timeout());
        }
        return left;
    }

    private void checkSize(@Nullable Body body) {
        if (body != null && body.bytes().length > properties.maxRequest().toBytes()) {
            throw new OutgoingFailure(StepError.permanent(
                    "http.request-too-large",
                    "Expected a body of at most %d bytes to send, but it has %d."
                            .formatted(properties.maxRequest().toBytes(), body.bytes().length)));
        }
    }

    private static Map<String, String> shown(Map<String, String> headers, Redaction redaction) {
        Map<String, String> shown = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (!name.startsWith("set-cookie")) {
                shown.put(name, redaction.text(value));
            }
        });
        return shown;
    }

    private static OutgoingFailure tooManyRedirects(int most) {
        return new OutgoingFailure(StepError.permanent(
                "http.too-many-redirects",
                "Expected an answer after at most %d redirects, but there was another one.".formatted(most)));
    }

    /** What went wrong on the way, told by its kind. */
    static OutgoingFailure failure(Exception cause) {
        return switch (cause) {
            case GuardedResolver.Refused _ ->
                new OutgoingFailure(StepError.permanent(
                        "http.address-refused",
                        "Expected a host on the public internet, but it leads to an address that steps may not call."));
            case UnknownHostException _ ->
                new OutgoingFailure(StepError.passing(
                        "http.host-unknown", "Expected a host that exists, but its name is not known."));
            default ->
                new OutgoingFailure(StepError.passing(
                        "http.connection-failed",
                        "Expected an answer, but the connection failed (%s)."
                                .formatted(cause.getClass().getSimpleName())));
        };
    }
}
