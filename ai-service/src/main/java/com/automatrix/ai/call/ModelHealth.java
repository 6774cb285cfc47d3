package com.automatrix.ai.call;

import com.automatrix.ai.provider.Providers.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells how models are. */
public interface ModelHealth {

    Health of(Target target);

    /**
     * How a model is.
     *
     * @param state of its circuit breaker: CLOSED means that it is asked, OPEN that it is not for a while
     * @param notBefore until then it asked not to be asked; null: it may be asked
     * @param inFlight how many requests its provider is answering
     */
    record Health(String state, @Nullable Instant notBefore, int inFlight) {}
}
