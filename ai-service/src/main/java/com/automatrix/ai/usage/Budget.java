package com.automatrix.ai.usage;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What calls may cost in a day or a month of the dealership's time zone.
 *
 * @param workflowId whose calls; null: those of all
 * @param maxCost in US dollars; null: no limit
 * @param maxCalls requests to models; null: no limit
 * @param whenUsedUp what becomes of a call that does not fit
 */
record Budget(
        @Nullable UUID workflowId,
        @NotNull Period period,

        @Nullable @DecimalMin("0") @Digits(integer = 9, fraction = 6)
        BigDecimal maxCost,

        @Nullable @Min(0) Long maxCalls,
        @NotNull WhenUsedUp whenUsedUp) {

    static final String ALL = "all";

    enum Period {
        DAY,
        MONTH;

        /** The first day of the period in which a day lies. */
        LocalDate startOf(LocalDate day) {
            return this == DAY ? day : day.withDayOfMonth(1);
        }
    }

    enum WhenUsedUp {
        /** Nothing is asked any more, whatever fallback the step has. */
        STOP,
        /** What costs nothing may still be asked, such as the local models. */
        FALLBACK
    }

    @AssertTrue(message = "Expected a limit of the cost, of the calls, or of both, but there is none.")
    boolean isLimited() {
        return maxCost != null || maxCalls != null;
    }

    String scope() {
        return workflowId == null ? ALL : workflowId.toString();
    }
}
