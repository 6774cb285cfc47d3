package com.automatrix.ai.usage;

import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what was kept for long enough, and settles what was never settled. Any number of processes may do it at once. */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final CallQueries calls;
    private final BudgetService budgets;
    private final CallLogProperties logged;
    private final CostProperties costs;
    private final InstantSource clock;

    Retention(
            CallQueries calls,
            BudgetService budgets,
            CallLogProperties logged,
            CostProperties costs,
            InstantSource clock) {
        this.calls = calls;
        this.budgets = budgets;
        this.logged = logged;
        this.costs = costs;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void run() {
        Instant now = clock.instant();
        budgets.settleAbandoned(now.minus(costs.abandonedAfter()));
        int texts = calls.forgetFullTextBefore(now.minus(logged.fullTextRetention()));
        int deleted = calls.deleteCallsBefore(now.minus(logged.retention()));
        int answers = calls.deleteAnswersBefore(now.minus(costs.answersKept()));
        if (texts + deleted + answers > 0) {
            log.info("AI calls cleaned up calls={} fullTexts={} answers={}", deleted, texts, answers);
        }
    }
}
