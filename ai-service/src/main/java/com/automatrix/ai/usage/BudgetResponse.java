package com.automatrix.ai.usage;

import com.automatrix.ai.usage.BudgetStore.Used;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A budget with what is used of it so far, money that is set aside included. */
record BudgetResponse(
        @Nullable UUID workflowId,
        Budget.Period period,
        @Nullable BigDecimal maxCost,
        @Nullable Long maxCalls,
        Budget.WhenUsedUp whenUsedUp,
        LocalDate startsOn,
        BigDecimal cost,
        long calls) {

    static BudgetResponse of(Budget budget, LocalDate startsOn, Used used) {
        return new BudgetResponse(
                budget.workflowId(),
                budget.period(),
                budget.maxCost(),
                budget.maxCalls(),
                budget.whenUsedUp(),
                startsOn,
                used.cost(),
                used.calls());
    }
}
