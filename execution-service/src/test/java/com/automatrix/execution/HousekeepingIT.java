package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RunningService
class HousekeepingIT {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void every_job_of_housekeeping_runs_by_itself() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(jdbc.queryForList(
                                "SELECT task_name FROM scheduled_tasks WHERE last_success IS NOT NULL", String.class))
                        .contains(
                                "forget-idempotency-keys",
                                "forget-event-receipts",
                                "forget-aggregates",
                                "make-history-partitions",
                                "analyze-history",
                                "drop-old-history"));
    }

    @Test
    void the_planner_knows_how_much_the_months_of_history_hold_together() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.queryForObject(
                        "SELECT reltuples >= 0 FROM pg_class WHERE relname = 'execution_logs'", Boolean.class));
    }
}
