package com.automatrix.ai.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of the event that says that a budget is nearly used. */
record BudgetWarning(
        @Nullable UUID workflowId,
        Budget.Period period,
        LocalDate startsOn,
        @Nullable BigDecimal maxCost,
        @Nullable Long maxCalls,
        BigDecimal cost,
        long calls,
        Instant at) {

    static final String TYPE = "com.automatrix.ai.budget-warning.v1";
}
