package com.automatrix.ai.call;

import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.ai.provider.Providers.Target;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to what a provider can take: so many requests at once and in a minute, none before the time that it named
 * itself, and none for a while to a model that keeps failing. What runs inside this service always passes.
 */
final class ProviderGate implements Gate, ModelHealth {

    private static final Set<String> SIGNS_OF_TROUBLE = Set.of("ai.unavailable", "ai.unreachable", "ai.timeout");
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration OPEN_FOR = Duration.ofSeconds(30);
    private static final int WINDOW = 20;
    private static final int LEAST_CALLS = 10;
    private static final int TRIALS = 3;

    private final InstantSource clock;
    private final Duration patience;
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(LEAST_CALLS)
            .waitDurationInOpenState(OPEN_FOR)
            .permittedNumberOfCallsInHalfOpenState(TRIALS)
            .recordException(ProviderGate::isTrouble)
            .build());
    private final Map<String, Semaphore> rooms = new ConcurrentHashMap<>();
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

    /**
     * Lets requests pass.
     *
     * @param patience how long a request waits for room before it is put off
     */
    ProviderGate(InstantSource clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public <T> T pass(Target target, Supplier<T> request) {
        if (target.provider().name().equals(Provider.LOCAL)) {
            return request.get();
        }
        awaitRetryAfter(target);
        CircuitBreaker breaker = breakers.circuitBreaker(target.text());
        if (!breaker.tryAcquirePermission()) {
            throw ProviderException.passing(
                    "ai.circuit-open",
                    "Expected %s to answer, but it failed so often that it is not asked for a while."
                            .formatted(target.text()),
                    OPEN_FOR,
                    null);
        }
        long begin = System.nanoTime();
        try {
            T answer = inRoom(target, request);
            breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            return answer;
        } catch (ProviderException e) {
            remember(target, e);
            if (e.code().equals(AiCalls.THROTTLED)) {
                breaker.releasePermission();
            } else {
                breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, e);
            }
            throw e;
        }
    }

    @Override
    public Health of(Target target) {
        return new Health(state(target), notBefore(target), inFlight(target.provider()));
    }

    /** CLOSED, OPEN or HALF_OPEN, as the breaker of that model is. */
    String state(Target target) {
        return breakers.circuitBreaker(target.text()).getState().name();
    }

    /** Before when the provider asked not to be asked; null when it may be. */
    @Nullable
    Instant notBefore(Target target) {
        Instant time = notBefore.get(target.text());
        return time == null || !time.isAfter(clock.instant()) ? null : time;
    }

    /** How many requests the provider is answering. */
    int inFlight(Provider provider) {
        Semaphore room = rooms.get(provider.name());
        return room == null ? 0 : provider.limits().concurrency() - room.availablePermits();
    }

    private void awaitRetryAfter(Target target) {
        Instant until = notBefore(target);
        if (until != null) {
            throw ProviderException.passing(
                    "ai.rate-limited",
                    "Expected an answer, but %s asked not to be asked yet.".formatted(target.text()),
                    Duration.between(clock.instant(), until),
                    null);
        }
    }

    private void remember(Target target, ProviderException failure) {
        Duration after = failure.retryAfter();
        if (after != null && failure.code().equals("ai.rate-limited")) {
            notBefore.put(target.text(), clock.instant().plus(after));
        }
    }

    private <T> T inRoom(Target target, Supplier<T> request) {
        Provider provider = target.provider();
        Semaphore room = rooms.computeIfAbsent(
                provider.name(), name -> new Semaphore(provider.limits().concurrency()));
        if (!isAcquired(room)) {
            throw throttled(target, "has as many requests as it may have at once", BUSY);
        }
        try {
            takeToken(target);
            return request.get();
        } finally {
            room.release();
        }
    }

    private boolean isAcquired(Semaphore room) {
        try {
            return room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void takeToken(Target target) {
        int perMinute = target.provider().limits().requestsPerMinute();
        if (perMinute > 0) {
            Duration wait = buckets.computeIfAbsent(
                            target.provider().name(), name -> new TokenBucket(perMinute, clock.instant()))
                    .take(clock.instant());
            if (wait.isPositive()) {
                throw throttled(target, "has had as many requests as it may have in a minute", wait);
            }
        }
    }

    private static ProviderException throttled(Target target, String because, Duration wait) {
        return ProviderException.passing(
                AiCalls.THROTTLED,
                "Expected to ask %s, but it %s.".formatted(target.provider().name(), because),
                wait,
                null);
    }

    private static boolean isTrouble(Throwable failure) {
        return failure instanceof ProviderException e && SIGNS_OF_TROUBLE.contains(e.code());
    }
}
