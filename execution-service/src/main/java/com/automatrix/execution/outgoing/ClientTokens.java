package com.automatrix.execution.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.automatrix.contracts.message.StepError;
import com.automatrix.platform.credential.Credential;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Fetches tokens of OAuth2 clients (RFC 6749, client credentials), and uses each one until shortly before its end. */
final class ClientTokens {

    private static final int MOST = 500;
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final long USUAL_SECONDS = 300;
    private static final long LONGEST_SECONDS = 86_400;
    private static final long MAX_ANSWER = 64 * 1024;

    private record Kept(String text, Instant until) {}

    /** @param isOfCache whether it was fetched for an earlier request */
    record Token(String text, boolean isOfCache) {

        @Override
        public String toString() {
            return "Token[isOfCache=%s]".formatted(isOfCache);
        }
    }

    private final OutgoingHttp http;
    private final InstantSource clock;
    private final Cache<Credential.OAuth2Client, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    ClientTokens(OutgoingHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    Token of(Credential.OAuth2Client client, Instant deadline) {
        Kept known = kept.getIfPresent(client);
        if (known != null && clock.instant().isBefore(known.until())) {
            return new Token(known.text(), true);
        }
        Kept fetched = fetch(client, deadline);
        kept.put(client, fetched);
        return new Token(fetched.text(), false);
    }

    void forget(Credential.OAuth2Client client) {
        kept.invalidate(client);
    }

    private Kept fetch(Credential.OAuth2Client client, Instant deadline) {
        OutgoingAnswer answer = http.send(new OutgoingRequest(
                "POST",
                client.tokenUrl(),
                Map.of(),
                proof(client),
                new OutgoingRequest.Body(form(client).getBytes(UTF_8), "application/x-www-form-urlencoded"),
                // An administrator has named this very address.
                new OutgoingRequest.Bounds(_ -> true, 0, MAX_ANSWER, null, deadline)));
        if (!answer.isSuccess()) {
            throw refused(answer.status());
        }
        return answer.json()
                .filter(Map.class::isInstance)
                .map(tree -> kept((Map<?, ?>) tree))
                .orElseThrow(() -> unusable("its answer cannot be read"));
    }

    private Kept kept(Map<?, ?> granted) {
        if (!(granted.get("access_token") instanceof String token) || token.isBlank()) {
            throw unusable("its answer holds none");
        }
        long seconds = granted.get("expires_in") instanceof Number given
                ? Math.clamp(given.longValue(), 0, LONGEST_SECONDS)
                : USUAL_SECONDS;
        return new Kept(token, clock.instant().plusSeconds(seconds).minus(EARLY));
    }

    private static Proof proof(Credential.OAuth2Client client) {
        String pair = Base64.getEncoder()
                .encodeToString((encoded(client.clientId()) + ":" + encoded(client.clientSecret())).getBytes(UTF_8));
        return new Proof(Map.of("Authorization", "Basic " + pair), Set.of(pair, client.clientSecret()), false);
    }

    private static String form(Credential.OAuth2Client client) {
        String scope = client.scope();
        return "grant_type=client_credentials" + (scope == null ? "" : "&scope=" + encoded(scope));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static OutgoingFailure refused(int status) {
        boolean isFinal = status >= 400 && status < 500 && status != 408 && status != 429;
        String message = "Expected a token of the credential's token address, but it answered %d.".formatted(status);
        return new OutgoingFailure(
                isFinal
                        ? StepError.permanent("http.token-refused", message)
                        : StepError.passing("http.token-unavailable", message));
    }

    private static OutgoingFailure unusable(String because) {
        return new OutgoingFailure(StepError.passing(
                "http.token-unavailable",
                "Expected a token of the credential's token address, but %s.".formatted(because)));
    }
}
