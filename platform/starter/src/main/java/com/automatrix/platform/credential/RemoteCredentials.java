package com.automatrix.platform.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Asks auth-service, and remembers each answer for a moment; what could not be had is asked for anew. */
final class RemoteCredentials implements Credentials {

    private static final int MOST = 1_000;

    private final CredentialDoor door;
    private final Cache<String, Credential> known;

    RemoteCredentials(CredentialDoor door, Duration cachedFor, InstantSource clock) {
        this.door = door;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(cachedFor)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public Credential get(String name) {
        Credential recent = known.getIfPresent(name);
        if (recent != null) {
            return recent;
        }
        Credential asked = door.ask(name);
        known.put(name, asked);
        return asked;
    }
}
