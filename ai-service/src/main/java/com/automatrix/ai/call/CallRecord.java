package com.automatrix.ai.call;

import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.contracts.message.Usage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request to one model.
 *
 * @param sent the call as it left: guarded, with all messages of this round
 * @param original the call as it was made: holds personal data
 * @param round counted from 1; after the first the model was told what was wrong
 * @param usage with its cost if that is known; null when there was no answer
 * @param outcome {@link #ANSWERED}, {@link #CACHED}, or the code of the failure
 * @param answer as it came, with tokens in place of personal data; null when there was none, or
 *     it was made inside this service, where nothing is hidden
 * @param degraded whether somebody else was asked before in vain
 */
public record CallRecord(
        AiCall sent,
        AiCall original,
        Target target,
        int round,
        Instant startedAt,
        Duration latency,
        @Nullable Usage usage,
        String outcome,
        @Nullable String answer,
        boolean degraded) {

    public static final String ANSWERED = "answered";
    public static final String CACHED = "cached";
}
