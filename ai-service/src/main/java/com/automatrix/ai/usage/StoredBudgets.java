package com.automatrix.ai.usage;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.Budgets;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.ai.usage.BudgetStore.Reserved;
import com.automatrix.contracts.message.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The budgets that the dealership has set. */
@Component
final class StoredBudgets implements Budgets {

    private final BudgetService service;
    private final Prices prices;

    StoredBudgets(BudgetService service, Prices prices) {
        this.service = service;
        this.prices = prices;
    }

    @Override
    public Reservation reserve(AiCall call, Target target) {
        Reserved reserved = service.reserve(call, target);
        return new Reservation() {
            @Override
            public @Nullable BigDecimal settle(Usage usage) {
                BigDecimal cost = prices.cost(target, usage);
                service.settle(reserved, cost == null ? BigDecimal.ZERO : cost);
                return cost;
            }

            @Override
            public void release() {
                service.release(reserved, target);
            }
        };
    }
}
