package com.automatrix.auth.account;

import com.automatrix.platform.problem.RateLimited;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing of passwords, for one account from one address and for one address over all accounts.
 *
 * <p>An attempt counts from its beginning, so that many at once gain nothing. Kept in memory: each instance counts for
 * itself, and a restart forgives.
 */
@Component
public class AttemptLimit {

    static final int FREE_FOR_ACCOUNT = 10;
    static final int FREE_FOR_ADDRESS = 100;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int KEPT = 100_000;

    private final InstantSource clock;
    private final Cache<Key, Attempts> counted;

    AttemptLimit(InstantSource clock) {
        this.clock = clock;
        this.counted = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterWrite(LONGEST_WAIT.multipliedBy(2))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Counts an attempt.
     *
     * @throws RateLimited with {@code auth.too-many-attempts} if it has to wait
     */
    public void begin(String email, String address) {
        begin(new Key(AccountService.normal(email), address), FREE_FOR_ACCOUNT);
        begin(new Key("", address), FREE_FOR_ADDRESS);
    }

    /** The password was right: the account's count starts anew, and this attempt never counted for the address. */
    public void succeeded(String email, String address) {
        counted.invalidate(new Key(AccountService.normal(email), address));
        counted.asMap().computeIfPresent(new Key("", address), (key, attempts) -> attempts.oneLess());
    }

    private void begin(Key key, int free) {
        var now = clock.instant();
        var refused = new Instant[1];
        counted.asMap().compute(key, (same, known) -> {
            var attempts = known == null ? Attempts.NONE : known;
            if (now.isBefore(attempts.blockedUntil())) {
                refused[0] = attempts.blockedUntil();
                return attempts;
            }
            return attempts.oneMore(now, free);
        });
        if (refused[0] != null) {
            throw new RateLimited(
                    "auth.too-many-attempts",
                    "Too many attempts. Wait a moment, then try again.",
                    Duration.between(now, refused[0]));
        }
    }

    private record Key(String email, String address) {}

    private record Attempts(int count, Instant blockedUntil) {

        static final Attempts NONE = new Attempts(0, Instant.EPOCH);

        Attempts oneMore(Instant now, int free) {
            var excess = count + 1 - free;
            return excess < 0
                    ? new Attempts(count + 1, Instant.EPOCH)
                    : new Attempts(count + 1, now.plus(waitAfter(excess)));
        }

        Attempts oneLess() {
            return new Attempts(Math.max(0, count - 1), Instant.EPOCH);
        }

        private static Duration waitAfter(int excess) {
            var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(excess, 10));
            return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        }
    }
}
