package com.automatrix.local.bench;

import com.automatrix.local.Settings;
import com.automatrix.local.client.Hub;
import java.time.Duration;

/** A client that signs in again before its token runs out: some measurements take longer than one is valid. */
public final class Session {
    private static final long RENEW_NANOS = Duration.ofMinutes(3).toNanos();

    private final Settings settings;
    private Hub hub;
    private long since;

    public Session(Settings settings) {
        this.settings = settings;
        this.hub = Hub.signedIn(settings);
        this.since = System.nanoTime();
    }

    public Hub hub() {
        if (System.nanoTime() - since > RENEW_NANOS) {
            hub = Hub.signedIn(settings);
            since = System.nanoTime();
        }
        return hub;
    }
}
