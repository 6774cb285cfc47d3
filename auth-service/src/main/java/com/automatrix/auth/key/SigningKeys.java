package com.automatrix.auth.key;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The signing keys. Which one signs is looked up at most once a minute; which ones are good is always asked. */
@Component
public class SigningKeys {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SigningKeyService service;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    SigningKeys(SigningKeyService service, InstantSource clock) {
        this.service = service;
        this.clock = clock;
    }

    /** The key to sign with. */
    public SigningKey current() {
        var recent = known;
        if (recent != null && clock.instant().isBefore(recent.readAt().plus(FRESH))) {
            return recent.current();
        }
        var read = new Known(service.current(), clock.instant());
        known = read;
        return read.current();
    }

    /** The public keys of every token that may still be good, also of those that another instance signs. */
    public JWKSet published() {
        return service.published();
    }

    private record Known(SigningKey current, Instant readAt) {}
}
