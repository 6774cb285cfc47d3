package com.automatrix.gateway.limit;

import com.automatrix.gateway.limit.RateLimitProperties.Rate;
import com.automatrix.platform.problem.ProblemWriter;
import com.automatrix.platform.problem.RateLimited;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets each caller make so many requests a second; the next one is answered with 429, and when to come again. */
final class RateLimit extends OncePerRequestFilter {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int MOST_CALLERS = 100_000;

    private final Rate rate;
    private final Function<HttpServletRequest, Optional<String>> caller;
    private final ProblemWriter problems;
    private final Counter refused;
    private final Cache<String, Bucket> buckets;

    /** @param caller whose requests are counted together; empty for a request that this limit does not concern */
    RateLimit(
            Rate rate, Function<HttpServletRequest, Optional<String>> caller, ProblemWriter problems, Counter refused) {
        this.rate = rate;
        this.caller = caller;
        this.problems = problems;
        this.refused = refused;
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN_AFTER)
                .maximumSize(MOST_CALLERS)
                .build();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> who = caller.apply(request);
        if (who.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var probe = buckets.get(who.get(), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        refused.increment();
        problems.write(
                new RateLimited(
                        "gateway.too-many-requests",
                        "Expected at most %d requests a second, but there are more.".formatted(rate.perSecond()),
                        Duration.ofNanos(probe.getNanosToWaitForRefill())),
                request,
                response);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
