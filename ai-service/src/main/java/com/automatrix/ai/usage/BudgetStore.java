package com.automatrix.ai.usage;

import com.automatrix.ai.usage.Budget.Period;
import com.automatrix.ai.usage.Budget.WhenUsedUp;
import com.automatrix.platform.time.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of budgets and of what was used of them. */
@Repository
class BudgetStore {

    private final JdbcClient jdbc;
    private final Ids ids;

    BudgetStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** What was used; {@code cost} with what is set aside. */
    record Used(BigDecimal cost, long calls) {

        static final Used NOTHING = new Used(BigDecimal.ZERO, 0);
    }

    record Reserved(UUID id, BigDecimal amount, @Nullable UUID workflowId, LocalDate day) {}

    List<Budget> all() {
        return jdbc.sql("SELECT * FROM ai_budgets ORDER BY workflow_id NULLS FIRST, period")
                .query((row, number) -> budget(row))
                .list();
    }

    /** Those that a call of the workflow counts for, always in the same order, so that calls do not block each other. */
    List<Budget> of(@Nullable UUID workflowId) {
        return jdbc.sql("SELECT * FROM ai_budgets WHERE workflow_id IS NULL OR workflow_id = :workflow"
                        + " ORDER BY workflow_id NULLS FIRST, period")
                .param("workflow", workflowId, Types.OTHER)
                .query((row, number) -> budget(row))
                .list();
    }

    void replace(List<Budget> budgets) {
        jdbc.sql("DELETE FROM ai_budgets").update();
        for (Budget budget : budgets) {
            jdbc.sql("""
                            INSERT INTO ai_budgets (id, workflow_id, period, max_cost, max_calls, when_used_up)
                            VALUES (:id, :workflow, :period, :cost, :calls, :used)""")
                    .param("id", ids.next())
                    .param("workflow", budget.workflowId(), Types.OTHER)
                    .param("period", budget.period().name())
                    .param("cost", budget.maxCost(), Types.NUMERIC)
                    .param("calls", budget.maxCalls(), Types.BIGINT)
                    .param("used", budget.whenUsedUp().name())
                    .update();
        }
    }

    /**
     * Sets an amount aside and counts a call, if both still fit.
     *
     * @return what is used of the budget then; empty if it did not fit
     */
    Optional<Used> reserve(Budget budget, LocalDate startsOn, BigDecimal amount) {
        jdbc.sql("""
                        INSERT INTO ai_spending (scope, period, starts_on) VALUES (:scope, :period, :starts)
                        ON CONFLICT DO NOTHING""")
                .param("scope", budget.scope())
                .param("period", budget.period().name())
                .param("starts", startsOn)
                .update();
        return jdbc.sql("""
                        UPDATE ai_spending SET reserved = reserved + :amount, calls = calls + 1
                         WHERE scope = :scope AND period = :period AND starts_on = :starts
                           AND (:cost::numeric IS NULL
                                OR spent + reserved + :amount <= :cost AND spent + reserved < :cost)
                           AND (:calls::bigint IS NULL OR calls < :calls)
                        RETURNING spent + reserved AS used, calls""")
                .param("scope", budget.scope())
                .param("period", budget.period().name())
                .param("starts", startsOn)
                .param("amount", amount)
                .param("cost", budget.maxCost(), Types.NUMERIC)
                .param("calls", budget.maxCalls(), Types.BIGINT)
                .query((row, number) -> new Used(row.getBigDecimal("used"), row.getLong("calls")))
                .optional();
    }

    /** Whether nobody has said so before. */
    boolean markWarned(Budget budget, LocalDate startsOn) {
        return jdbc.sql("""
                        UPDATE ai_spending SET warned = true
                         WHERE scope = :scope AND period = :period AND starts_on = :starts AND NOT warned""")
                        .param("scope", budget.scope())
                        .param("period", budget.period().name())
                        .param("starts", startsOn)
                        .update()
                == 1;
    }

    void keep(Reserved reserved, Instant at) {
        jdbc.sql("""
                        INSERT INTO ai_reservations (id, made_at, amount, workflow_id, day)
                        VALUES (:id, :at, :amount, :workflow, :day)""")
                .param("id", reserved.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("amount", reserved.amount())
                .param("workflow", reserved.workflowId(), Types.OTHER)
                .param("day", reserved.day())
                .update();
    }

    /** Whether it was still there: what was settled once is not settled again. */
    boolean forget(UUID id) {
        return jdbc.sql("DELETE FROM ai_reservations WHERE id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Puts what was spent in place of what was set aside, in every period that the call counts for. */
    void settle(Reserved reserved, BigDecimal spent, int calls) {
        jdbc.sql("""
                        WITH locked AS (
                            SELECT scope, period, starts_on FROM ai_spending
                             WHERE scope IN ('all', :workflow)
                               AND (period = 'DAY' AND starts_on = :day OR period = 'MONTH' AND starts_on = :month)
                             ORDER BY scope <> 'all', period FOR UPDATE)
                        UPDATE ai_spending s
                           SET reserved = greatest(s.reserved - :amount, 0), spent = s.spent + :spent,
                               calls = greatest(s.calls + :calls, 0)
                          FROM locked l
                         WHERE s.scope = l.scope AND s.period = l.period AND s.starts_on = l.starts_on""")
                .param("workflow", reserved.workflowId() == null ? Budget.ALL : String.valueOf(reserved.workflowId()))
                .param("day", reserved.day())
                .param("month", Period.MONTH.startOf(reserved.day()))
                .param("amount", reserved.amount())
                .param("spent", spent)
                .param("calls", calls)
                .update();
    }

    List<Reserved> madeBefore(Instant time) {
        return jdbc.sql("SELECT * FROM ai_reservations WHERE made_at < :time ORDER BY made_at LIMIT 500")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Reserved(
                        row.getObject("id", UUID.class),
                        row.getBigDecimal("amount"),
                        row.getObject("workflow_id", UUID.class),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    Used used(Budget budget, LocalDate startsOn) {
        return jdbc.sql("""
                        SELECT spent + reserved AS used, calls FROM ai_spending
                         WHERE scope = :scope AND period = :period AND starts_on = :starts""")
                .param("scope", budget.scope())
                .param("period", budget.period().name())
                .param("starts", startsOn)
                .query((row, number) -> new Used(row.getBigDecimal("used"), row.getLong("calls")))
                .optional()
                .orElse(Used.NOTHING);
    }

    private static Budget budget(ResultSet row) throws SQLException {
        return new Budget(
                row.getObject("workflow_id", UUID.class),
                Period.valueOf(row.getString("period")),
                row.getBigDecimal("max_cost"),
                row.getObject("max_calls", Long.class),
                WhenUsedUp.valueOf(row.getString("when_used_up")));
    }
}
