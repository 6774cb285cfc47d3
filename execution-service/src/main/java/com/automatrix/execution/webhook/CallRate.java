package com.automatrix.execution.webhook;

import com.automatrix.platform.problem.RateLimited;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls of each webhook in each minute, and refuses those that are too many. */
final class CallRate {

    private static final int COUNTED_WEBHOOKS = 10_000;

    private final int limit;
    private final Cache<Minute, AtomicInteger> calls = Caffeine.newBuilder()
            .maximumSize(COUNTED_WEBHOOKS)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    CallRate(int limit) {
        this.limit = limit;
    }

    private record Minute(UUID webhookId, Instant begin) {}

    void count(UUID webhookId, Instant now) {
        Instant begin = now.truncatedTo(ChronoUnit.MINUTES);
        int count = calls.get(new Minute(webhookId, begin), minute -> new AtomicInteger())
                .incrementAndGet();
        if (count > limit) {
            throw new RateLimited(
                    "webhook.too-many-calls",
                    "Expected at most %d calls of a webhook in a minute.".formatted(limit),
                    Duration.between(now, begin.plus(1, ChronoUnit.MINUTES)));
        }
    }
}
