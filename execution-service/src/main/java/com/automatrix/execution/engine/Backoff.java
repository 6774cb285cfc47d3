package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Retry;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next attempt. */
final class Backoff {

    private Backoff() {}

    /**
     * Grows with every attempt up to the policy's longest interval; jitter takes off up to half, so that many steps
     * that failed together do not come back together.
     *
     * @param attempt the one that failed
     * @param retryAfter what the other side asked for: never less than that
     */
    static Duration after(
            Retry policy, int attempt, @Nullable Duration retryAfter, ExecutionId execution, StepRunId step) {
        double longest = millis(policy.maxIntervalOrDefault());
        double grown = millis(policy.initialIntervalOrDefault())
                * Math.pow(Math.max(1, policy.multiplierOrDefault()), attempt - 1.0);
        // Not a number, if someone's multiplier is not: then the longest wait is the safe one.
        double interval = grown <= longest ? grown : longest;
        Duration wait = Duration.ofMillis(Math.round(interval * (1 - jitter(execution, step, attempt) / 2)));
        if (retryAfter == null || retryAfter.compareTo(wait) <= 0) {
            return wait;
        }
        return Deadlines.bounded(retryAfter);
    }

    /** From 0 to 1, and always the same for the same attempt: a decision takes no randomness from outside. */
    private static double jitter(ExecutionId execution, StepRunId step, int attempt) {
        long mixed =
                execution.value().getMostSignificantBits() ^ execution.value().getLeastSignificantBits();
        mixed = scatter(mixed + step.toString().hashCode());
        mixed = scatter(mixed + attempt);
        return (mixed >>> 11) * 0x1.0p-53;
    }

    /** The finalizer of SplitMix64. */
    private static long scatter(long bits) {
        long mixed = bits + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private static double millis(Duration duration) {
        return Deadlines.bounded(duration).toMillis();
    }
}
