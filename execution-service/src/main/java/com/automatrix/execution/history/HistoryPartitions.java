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

/** Makes the monthly partitions of the history tables ahead of time, so that retention can drop whole months. */
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

    private void make(String table, YearMonth month) {
        String name = String.format(Locale.ROOT, "%s_%04d_%02d", table, month.getYear(), month.getMonthValue());
        if (Boolean.TRUE.equals(jdbc.queryForObject("SELECT to_regclass(?) IS NOT NULL", Boolean.class, name))) {
            return;
        }
        // The name and the bounds are made of a constant and numbers; DDL takes no parameters.
        jdbc.execute("CREATE TABLE IF NOT EXISTS %s PARTITION OF %s FOR VALUES FROM ('%s') TO ('%s')"
                .formatted(name, table, floor(month), floor(month.plusMonths(1))));
        log.info("history partition made table={}", name);
    }

    private String floor(YearMonth month) {
        Instant start = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return String.valueOf(
                jdbc.queryForObject("SELECT uuid7_floor(?::timestamptz)::text", String.class, start.toString()));
    }
}
