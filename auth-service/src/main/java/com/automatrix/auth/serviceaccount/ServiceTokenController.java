package com.automatrix.auth.serviceaccount;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Unauthenticated;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives services their tokens (RFC 6749, client credentials). The gateway does not lead here. */
@RestController
class ServiceTokenController {

    private static final String BASIC = "Basic ";

    private final ServiceTokens tokens;

    ServiceTokenController(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping(path = "/internal/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<ServiceTokenResponse> token(
            @RequestParam("grant_type") String grantType,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String proof) {
        if (!grantType.equals("client_credentials")) {
            throw new Invalid(
                    "auth.grant-type-unknown", "Expected the grant type client_credentials, but it is another one.");
        }
        var token = proof(proof)
                .flatMap(given -> tokens.issue(given.service(), given.secret()))
                .orElseThrow(ServiceTokenController::refused);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ServiceTokenResponse(token, "Bearer", tokens.lifetimeSeconds()));
    }

    private record Proof(String service, String secret) {}

    private static Optional<Proof> proof(@Nullable String header) {
        if (header == null || !header.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getDecoder().decode(header.substring(BASIC.length())), UTF_8);
            var colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Proof(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Unauthenticated refused() {
        return new Unauthenticated(
                "auth.bad-service-secret", "Expected the name and the secret of a service, but they are not.");
    }
}
