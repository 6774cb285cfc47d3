package com.automatrix.execution.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.Neighbours;
import com.automatrix.execution.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RunningService
class HistoryRetentionIT {

    @Autowired
    private HistoryPartitions partitions;

    @Autowired
    private HistoryRetention retention;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private InstantSource clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void months_that_are_over_go_whole_and_one_with_an_execution_that_goes_on_stays() {
        makeMonth("2001_01", "2001-01-01", "2001-02-01");
        makeMonth("2001_02", "2001-02-01", "2001-03-01");
        makeMonth("2001_03", "2001-03-01", "2001-04-01");
        execution("2001-01-10", "COMPLETED", "2001-01-11");
        execution("2001-02-10", "WAITING", null);
        execution("2001-03-10", "FAILED", "2001-03-11");
        figuresOfExecutions("2001-01-10");
        figuresOfExecutions("2001-02-10");

        partitions.dropBefore(Instant.parse("2001-03-20T00:00:00Z"));

        assertThat(months()).containsExactly("workflow_executions_2001_02", "workflow_executions_2001_03");
        assertThat(kept("SELECT received_at::date::text FROM lead_executions WHERE received_at < '2001-12-31'"))
                .containsExactly("2001-02-10");
        assertThat(kept("SELECT hour::date::text FROM error_rollups WHERE hour < '2001-12-31'"))
                .containsExactly("2001-02-10");

        jdbc.update("DELETE FROM workflow_executions WHERE status = 'WAITING' AND started_at < '2001-12-31'");
        partitions.dropBefore(Instant.parse("2001-04-01T00:00:00Z"));

        assertThat(months()).isEmpty();
        assertThat(jdbc.queryForList(
                        "SELECT relname FROM pg_class WHERE relname ~ '_2001_0[123]$' AND relkind = 'r'", String.class))
                .isEmpty();
    }

    @Test
    void the_dealership_says_how_long_and_never_less_than_a_month() {
        assertThat(daysKept()).isEqualTo(730);

        try {
            tell(Map.of("historyDays", 92));
            await().until(() -> daysKept() == 92);
            tell(Map.of("historyDays", 1));
            await().until(() -> daysKept() == 31);
        } finally {
            tell(Map.of());
        }
        await().until(() -> daysKept() == 730);
    }

    private void figuresOfExecutions(String day) {
        jdbc.update(
                "INSERT INTO lead_executions VALUES (uuid7_floor(?::timestamptz), uuid7_floor(now()), 'L-1', ?::timestamptz)",
                day,
                day);
        jdbc.update("""
                INSERT INTO error_rollups VALUES (?::timestamptz, uuid7_floor(now()), 'code', 'node', 1, now(), now(),
                        uuid7_floor(now()), 'Workflow', 'message')""", day);
    }

    private List<@Nullable String> kept(String sql) {
        return jdbc.queryForList(sql, String.class);
    }

    private long daysKept() {
        return Duration.between(retention.begin(), clock.instant()).toDays();
    }

    private void tell(Map<String, Object> settings) {
        neighbours.tell(
                Topics.SETTINGS_CHANGED,
                "dealership",
                MessageTypes.SETTINGS_CHANGED,
                new SettingsChanged("dealership", settings));
    }

    private void makeMonth(String name, String from, String to) {
        for (String table : new String[] {
            "workflow_executions", "execution_logs", "execution_timeline", "execution_business_keys", "execution_errors"
        }) {
            jdbc.execute("CREATE TABLE %s_%s PARTITION OF %s FOR VALUES FROM ('%s') TO ('%s')"
                    .formatted(table, name, table, floor(from), floor(to)));
        }
    }

    private String floor(String day) {
        return String.valueOf(
                jdbc.queryForObject("SELECT uuid7_floor(?::timestamptz)::text", String.class, day + "T00:00:00Z"));
    }

    private void execution(String day, String status, @Nullable String finished) {
        jdbc.update("""
                INSERT INTO workflow_executions (id, workflow_id, workflow_version, workflow_name, status, trigger_kind,
                                                 correlation_id, started_at, finished_at)
                VALUES (uuid7_floor(?::timestamptz), gen_random_uuid(), 1, 'Old', ?, 'API', 'old', ?::timestamptz,
                        ?::timestamptz)""", day + "T00:00:00Z", status, day + "T00:00:00Z", finished);
    }

    private List<@Nullable String> months() {
        return jdbc.queryForList("""
                SELECT inhrelid::regclass::text FROM pg_inherits
                 WHERE inhparent = 'workflow_executions'::regclass AND inhrelid::regclass::text LIKE '%2001%'
                 ORDER BY 1""", String.class);
    }
}
