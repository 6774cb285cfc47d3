package com.automatrix.ai.usage;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.ai.usage.Budget.WhenUsedUp;
import com.automatrix.ai.usage.BudgetStore.Reserved;
import com.automatrix.ai.usage.BudgetStore.Used;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import com.automatrix.platform.time.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets money aside before a call and settles it after; what does not fit is not asked. */
@Service
class BudgetService {

    private static final BigDecimal WARN_AT = new BigDecimal("0.8");

    private final BudgetStore store;
    private final Prices prices;
    private final DealershipZone zone;
    private final Outbox outbox;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;

    BudgetService(
            BudgetStore store,
            Prices prices,
            DealershipZone zone,
            Outbox outbox,
            Audit audit,
            CallSurroundings surroundings) {
        this.store = store;
        this.prices = prices;
        this.zone = zone;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = surroundings.ids();
        this.clock = surroundings.clock();
    }

    /** @throws ProviderException {@code ai.budget-exhausted}, and nothing is set aside */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Reserved reserve(AiCall call, Target target) {
        LocalDate today = today();
        BigDecimal amount = prices.atMost(call, target);
        boolean free = target.provider().name().equals(Provider.LOCAL);
        for (Budget budget : store.of(call.origin().workflowId())) {
            if (free && budget.whenUsedUp() == WhenUsedUp.FALLBACK) {
                continue;
            }
            LocalDate startsOn = budget.period().startOf(today);
            Used used = store.reserve(budget, startsOn, amount).orElseThrow(() -> exhausted(budget));
            warn(budget, startsOn, used);
        }
        Reserved reserved = new Reserved(ids.next(), amount, call.origin().workflowId(), today);
        store.keep(reserved, clock.instant());
        return reserved;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void settle(Reserved reserved, BigDecimal cost) {
        if (store.forget(reserved.id())) {
            store.settle(reserved, cost, 0);
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void release(Reserved reserved, Target target) {
        // A call to what runs here may not have been counted by all budgets.
        int calls = target.provider().name().equals(Provider.LOCAL) ? 0 : -1;
        if (store.forget(reserved.id())) {
            store.settle(reserved, BigDecimal.ZERO, calls);
        }
    }

    /** Counts what was set aside before that time and never settled as spent: nobody knows whether it was answered. */
    @Transactional
    void settleAbandoned(Instant before) {
        store.madeBefore(before).forEach(reserved -> settle(reserved, reserved.amount()));
    }

    @Transactional(readOnly = true)
    List<BudgetResponse> list() {
        LocalDate today = today();
        return store.all().stream()
                .map(budget -> {
                    LocalDate startsOn = budget.period().startOf(today);
                    return BudgetResponse.of(budget, startsOn, store.used(budget, startsOn));
                })
                .toList();
    }

    @Transactional
    List<BudgetResponse> replace(List<Budget> budgets) {
        Set<String> known = new HashSet<>();
        for (int index = 0; index < budgets.size(); index++) {
            Budget budget = budgets.get(index);
            if (!known.add(budget.scope() + budget.period())) {
                String sentence = "Expected one budget for each workflow and period, but this is the second.";
                throw new Invalid(
                        "ai.duplicate-budget",
                        sentence,
                        List.of(new Violation("/" + index, "ai.duplicate-budget", sentence)));
            }
        }
        List<Budget> before = store.all();
        store.replace(budgets);
        audit.record("ai-budgets.changed", "ai-budgets", Budget.ALL, before, budgets);
        return list();
    }

    private void warn(Budget budget, LocalDate startsOn, Used used) {
        boolean near = isNear(budget.maxCost(), used.cost())
                || isNear(
                        budget.maxCalls() == null ? null : BigDecimal.valueOf(budget.maxCalls()),
                        BigDecimal.valueOf(used.calls()));
        if (near && store.markWarned(budget, startsOn)) {
            outbox.append(
                    Topics.DEALERSHIP_PLATFORM,
                    "ai-budget:" + budget.scope(),
                    BudgetWarning.TYPE,
                    new BudgetWarning(
                            budget.workflowId(),
                            budget.period(),
                            startsOn,
                            budget.maxCost(),
                            budget.maxCalls(),
                            used.cost(),
                            used.calls(),
                            clock.instant()));
        }
    }

    private static boolean isNear(@Nullable BigDecimal limit, BigDecimal used) {
        return limit != null && used.compareTo(limit.multiply(WARN_AT)) >= 0;
    }

    private static ProviderException exhausted(Budget budget) {
        return ProviderException.lasting(
                "ai.budget-exhausted",
                "Expected the AI budget of the %s %s to hold this call, but it is used up."
                        .formatted(
                                budget.period() == Budget.Period.DAY ? "day" : "month",
                                budget.workflowId() == null ? "for all workflows" : "for this workflow"),
                null);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone.zone()).toLocalDate();
    }
}
