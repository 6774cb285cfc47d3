package com.automatrix.execution.history;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes the monthly partitions of the history tables ahead of time, and drops whole months when they are old. */
@Component
class HistoryPartitions implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(HistoryPartitions.class);
    private static final List<String> TABLES = List.of(
            "workflow_executions",
            "execution_logs",
            "execution_timeline",
            "execution_business_keys",
            "execution_errors");
    private static final int MONTHS_AHEAD = 2;

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    HistoryPartitions(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Before anything is written: a row in the rest partition would keep its month from being made. */
    @Override
    public void afterPropertiesSet() {
        makeAhead();
    }

    void makeAhead() {
        YearMonth current = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            YearMonth month = current.plusMonths(ahead);
            TABLES.forEach(table -> make(table, month));
        }
    }

    /** What autovacuum does for each month, but never for the months together, by which the planner chooses an index. */
    void analyze() {
        jdbc.execute("ANALYZE " + String.join(", ", TABLES));
    }

    /** Drops the months that were over before the moment; one with an execution that goes on stays whole. */
    void dropBefore(Instant moment) {
        YearMonth kept = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
        months().stream()
                .filter(month -> month.isBefore(kept))
                .filter(this::hasEnded)
                .forEach(this::drop);
    }

    private List<YearMonth> months() {
        return jdbc.query(
                """
                SELECT right(inhrelid::regclass::text, 7) AS month FROM pg_inherits
                 WHERE inhparent = 'workflow_executions'::regclass
                   AND inhrelid::regclass::text ~ '_[0-9]{4}_[0-9]{2}$' ORDER BY month""", (row, number) -> YearMonth.parse(row.getString("month").replace('_', '-')));
    }

    private boolean hasEnded(YearMonth month) {
        return !Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM %s WHERE finished_at IS NULL)".formatted(name(TABLES.getFirst(), month)),
                Boolean.class));
    }

    /** The executions last: while they are there, a drop that was broken off is taken up again. */
    private void drop(YearMonth month) {
        for (String table : TABLES.reversed()) {
            jdbc.execute("DROP TABLE IF EXISTS " + name(table, month));
        }
        forget(month);
        log.info("history dropped month={}", month);
    }

    /** What is kept beside the history and tells of single executions; the other figures are kept for ever. */
    private void forget(YearMonth month) {
        jdbc.update(
                "DELETE FROM lead_executions WHERE execution_id >= ?::uuid AND execution_id < ?::uuid",
                floor(month),
                floor(month.plusMonths(1)));
        jdbc.update(
                "DELETE FROM error_rollups WHERE hour >= ?::timestamptz AND hour < ?::timestamptz",
                start(month).toString(),
                start(month.plusMonths(1)).toString());
    }

    private static String name(String table, YearMonth month) {
        return String.format(Locale.ROOT, "%s_%04d_%02d", table, month.getYear(), month.getMonthValue());
    }

    private void make(String table, YearMonth month) {
        String name = name(table, month);
        if (Boolean.TRUE.equals(jdbc.queryForObject("SELECT to_regclass(?) IS NOT NULL", Boolean.class, name))) {
            return;
        }
        // The name and the bounds are made of a constant and numbers; DDL takes no parameters.
        jdbc.execute("CREATE TABLE IF NOT EXISTS %s PARTITION OF %s FOR VALUES FROM ('%s') TO ('%s')"
                .formatted(name, table, floor(month), floor(month.plusMonths(1))));
        log.info("history partition made table={}", name);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static String floor(YearMonth month) {
        return HistoryIds.floor(start(month)).toString();
    }
}
