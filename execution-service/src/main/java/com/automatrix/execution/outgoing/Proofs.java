package com.automatrix.execution.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.automatrix.contracts.message.StepError;
import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.credential.Credentials;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Makes of a credential, at the moment of use, what is sent to prove who calls. */
public final class Proofs {

    private static final String AUTHORIZATION = "Authorization";

    private final Credentials credentials;
    private final ClientTokens tokens;

    Proofs(Credentials credentials, ClientTokens tokens) {
        this.credentials = credentials;
        this.tokens = tokens;
    }

    /**
     * The proof by the credential of that name.
     *
     * @throws com.automatrix.platform.credential.CredentialFailure if it cannot be had
     * @throws OutgoingFailure if it proves nothing to a web server, or its token cannot be had
     */
    public Proof of(String name, Instant deadline) {
        return switch (credentials.get(name)) {
            case Credential.Basic basic -> basic(basic);
            case Credential.Bearer bearer -> bearer(bearer.token(), Set.of(bearer.token()), false);
            case Credential.ApiKey key -> new Proof(Map.of(key.header(), key.value()), Set.of(key.value()), false);
            case Credential.OAuth2Client client -> {
                ClientTokens.Token token = tokens.of(client, deadline);
                yield bearer(token.text(), Set.of(token.text(), client.clientSecret()), token.isOfCache());
            }
            case Credential.SigningSecret _ ->
                throw new OutgoingFailure(StepError.permanent(
                        "http.credential-unfit",
                        "Expected \"%s\" to be a credential that proves who calls, but it is one that signs."
                                .formatted(name)));
        };
    }

    /** The next proof by that credential is a fresh one. */
    public void forget(String name) {
        if (credentials.get(name) instanceof Credential.OAuth2Client client) {
            tokens.forget(client);
        }
    }

    private static Proof basic(Credential.Basic basic) {
        String pair = Base64.getEncoder().encodeToString((basic.username() + ":" + basic.password()).getBytes(UTF_8));
        return new Proof(Map.of(AUTHORIZATION, "Basic " + pair), Set.of(pair, basic.password()), false);
    }

    private static Proof bearer(String token, Set<String> secrets, boolean isOfCache) {
        return new Proof(Map.of(AUTHORIZATION, "Bearer " + token), secrets, isOfCache);
    }
}
