package com.automatrix.ai.call;

import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.contracts.message.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What calls may cost. */
public interface Budgets {

    /** Allows everything and knows no prices. */
    Budgets NONE = (call, target) -> new Reservation() {
        @Override
        public @Nullable BigDecimal settle(Usage usage) {
            return null;
        }

        @Override
        public void release() {}
    };

    /**
     * Sets aside what one request to that model can cost at most.
     *
     * @param call as it leaves: guarded, with all messages of this round
     * @throws com.automatrix.ai.provider.ProviderException {@code ai.budget-exhausted}: nothing was set aside, and the
     *     call's fallback may still help
     */
    Reservation reserve(AiCall call, Target target);

    /** Money set aside; exactly one of its methods is called, once. */
    interface Reservation {

        /** The request was answered. Returns what it cost in US dollars; null: unknown. */
        @Nullable
        BigDecimal settle(Usage usage);

        /** The request was not answered, and so is not paid. */
        void release();
    }
}
