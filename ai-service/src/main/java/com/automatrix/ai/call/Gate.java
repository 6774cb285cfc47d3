package com.automatrix.ai.call;

import com.automatrix.ai.provider.Providers.Target;
import java.util.function.Supplier;

/** Decides how much a provider is asked at once, and whether it is asked at all while it does not answer. */
public interface Gate {

    /** Lets everything through at once. */
    Gate OPEN = new Gate() {
        @Override
        public <T> T pass(Target target, Supplier<T> request) {
            return request.get();
        }
    };

    /**
     * Makes the request when its turn has come.
     *
     * @throws com.automatrix.ai.provider.ProviderException the request's own, or that it was not made
     */
    <T> T pass(Target target, Supplier<T> request);
}
