package com.automatrix.ai.usage;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.Budgets;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.ai.usage.BudgetStore.Reserved;
import com.automatrix.contracts.message.Usage;
import java.math.BigDecimal;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The budgets that the dealership has set. Calls of one budget wait for each other in the database anyway; here they wait in
 * line for it, so that hundreds at once leave connections to everybody else.
 */
@Component
final class StoredBudgets implements Budgets {

    private static final int AT_ONCE = 3;

    private final BudgetService service;
    private final Prices prices;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    StoredBudgets(BudgetService service, Prices prices) {
        this.service = service;
        this.prices = prices;
    }

    @Override
    public Reservation reserve(AiCall call, Target target) {
        Reserved reserved = inTurn(() -> service.reserve(call, target));
        return new Reservation() {
            @Override
            public @Nullable BigDecimal settle(Usage usage) {
                BigDecimal cost = prices.cost(target, usage);
                inTurn(() -> service.settle(reserved, cost == null ? BigDecimal.ZERO : cost));
                return cost;
            }

            @Override
            public void release() {
                inTurn(() -> service.release(reserved, target));
            }
        };
    }

    private void inTurn(Runnable change) {
        inTurn(() -> {
            change.run();
            return true;
        });
    }

    private <T> T inTurn(Supplier<T> change) {
        turns.acquireUninterruptibly();
        try {
            return change.get();
        } finally {
            turns.release();
        }
    }
}
