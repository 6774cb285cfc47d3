package com.automatrix.execution.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.persistence.HistoryWriter;
import com.automatrix.testkit.RealPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** However the history grows, what it is searched by has an index, and months that cannot fit are left out. */
class HistoryPlanIT {

    private static final List<String> MONTHS = List.of("2001_01", "2001_02", "2001_03");
    private static final String HALF_OF_ALL = "00000000-0000-4000-8000-000000000000";
    private static final String A_FORTIETH = "00000000-0000-4000-8000-000000000007";

    private static SingleConnectionDataSource connection;
    private static JdbcClient jdbc;

    @BeforeAll
    static void makeUpThreeMonths() throws IOException {
        RealPostgres.Database database = RealPostgres.newDatabase();
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .load()
                .migrate();
        connection = new SingleConnectionDataSource(database.url(), database.username(), database.password(), true);
        jdbc = JdbcClient.create(connection);
        jdbc.sql(Files.readString(Path.of("../infra/bench/history.sql"))).update();
        for (String month : MONTHS) {
            jdbc.sql("CALL pg_temp.history_fill('%s-01', 10000, 2)".formatted(month.replace('_', '-')))
                    .update();
        }
        jdbc.sql("VACUUM ANALYZE").update();
        // The few errors of a test are read as a whole unless there is no other way.
        jdbc.sql("SET enable_seqscan = off").update();
    }

    @AfterAll
    static void close() {
        connection.destroy();
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filter("no filter", request(), "_pkey"),
                filter("a workflow", request().with("workflowId", A_FORTIETH), "_workflow_id_id_idx"),
                filter(
                        "a version",
                        request().with("workflowId", A_FORTIETH).with("version", "1"),
                        "_workflow_id_id_idx"),
                filter("completed", request().with("status", "COMPLETED"), "_pkey"),
                filter("failed", request().with("status", "FAILED"), "_status_id_idx"),
                filter("two statuses", request().with("status", "FAILED").with("status", "WAITING"), "_status_id_idx"),
                filter("no such status", request().with("status", "PENDING"), "_status_id_idx"),
                filter("a rare trigger", request().with("trigger", "WEBHOOK"), "_trigger_kind_event_type_id_idx"),
                filter(
                        "an event type",
                        request().with("eventType", "com.automatrix.recall.published.v1"),
                        "_trigger_kind_event_type_id_idx"),
                filter("a correlation id", request().with("correlationId", "corr-02-77"), "_correlation_id_id_idx"),
                filter("a business key", request().with("businessKey", "vin77"), "_folded_execution_id_idx"),
                filter("its name", request().with("businessKey", "vin:vin77"), "_folded_execution_id_idx"),
                filter("a key of all", request().with("businessKey", "service"), "_folded_execution_id_idx"),
                filter("how a key begins", request().with("businessKeyPart", "vin77"), "_folded_execution_id_idx"),
                filter("how a key ends", request().with("businessKeyPart", "vin77"), "_reverse_execution_id_idx"),
                filter(
                        "when it ended",
                        request().with("endedFrom", "2001-02-03T00:00:00Z").with("endedTo", "2001-02-03T01:00:00Z"),
                        "_2001_01_finished_at_idx"),
                filter("rare words", request().with("text", "ref 7794"), "_words_idx"),
                filter("words of all errors", request().with("text", "connection"), "execution_errors_2001_02_pkey"),
                filter(
                        "much at once",
                        request()
                                .with("workflowId", HALF_OF_ALL)
                                .with("status", "WAITING")
                                .with("trigger", "API")
                                .with("text", "connection"),
                        "_idx"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void every_filter_is_answered_from_an_index(String name, Asked asked, String index) {
        String plan = plan(asked, Optional.empty());

        assertThat(plan).contains(index);
        assertThat(plan.lines().filter(line -> line.contains("Seq Scan")))
                .as(plan)
                .noneMatch(line -> line.contains("_2001_"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void a_range_of_time_leaves_out_the_months_that_cannot_fit(String name, Asked asked, String index) {
        String plan =
                plan(asked.with("from", "2001-02-03T00:00:00Z").with("to", "2001-02-04T00:00:00Z"), Optional.empty());

        assertThat(plan).contains("_2001_02").doesNotContain("_2001_01", "_2001_03");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void a_later_page_leaves_out_the_months_before_it(String name, Asked asked, String index) {
        UUID last = HistoryIds.floor(Instant.parse("2001-01-20T00:00:00Z"));

        assertThat(plan(asked, Optional.of(last))).contains("_2001_01").doesNotContain("_2001_02", "_2001_03");
    }

    @Test
    void an_execution_and_its_log_are_found_by_their_key_in_their_month() {
        UUID id = jdbc.sql("SELECT id FROM workflow_executions WHERE correlation_id = 'corr-02-77'")
                .query(UUID.class)
                .single();

        String one = explain(jdbc.sql("EXPLAIN " + ExecutionQueries.ONE).params(id));
        String log = explain(jdbc.sql("EXPLAIN " + ExecutionQueries.LOGS).params(id, 0L, 51));

        assertThat(one)
                .contains("workflow_executions_2001_02_pkey", "execution_business_keys_2001_02_pkey")
                .doesNotContain("workflow_executions_2001_01", "Seq Scan on workflow_executions_2001");
        String attempts = explain(jdbc.sql("EXPLAIN " + AttemptQueries.PAGE_OF).params(id, 0L, 5001));
        String stepRun =
                explain(jdbc.sql("EXPLAIN " + ExecutionQueries.LOGS_OF_STEP_RUN).params(id, "a", 0L, 51));

        assertThat(List.of(log, attempts, stepRun))
                .allSatisfy(plan -> assertThat(plan)
                        .contains("execution_logs_2001_02_pkey")
                        .doesNotContain("_2001_01", "Seq Scan"));
    }

    /** Each batch does this where nearly all have ended, with a statement that is prepared once and knows no values. */
    @Test
    void an_execution_is_changed_by_its_key_however_many_there_are() {
        String change = HistoryWriter.CHANGE;
        for (int number = 1; change.contains("?"); number++) {
            change = change.replaceFirst("\\?", "\\$" + number);
        }
        jdbc.sql("PREPARE change (uuid[], text[], int[], boolean[], text[], text[], timestamptz[]) AS " + change)
                .update();
        jdbc.sql("SET plan_cache_mode = force_generic_plan").update();
        jdbc.sql("BEGIN").update();
        jdbc.sql("UPDATE workflow_executions SET finished_at = started_at WHERE finished_at IS NULL")
                .update();
        jdbc.sql("ANALYZE workflow_executions").update();

        String plan = explain(jdbc.sql("EXPLAIN EXECUTE change ('{}', '{}', '{}', '{}', '{}', '{}', '{}')"));

        jdbc.sql("ROLLBACK").update();
        jdbc.sql("RESET plan_cache_mode").update();
        assertThat(plan).contains("_2001_02_pkey").doesNotContain("finished_at_idx");
    }

    @Test
    void what_runs_on_which_version_is_counted_from_an_index() {
        String plan = explain(
                jdbc.sql("EXPLAIN " + LiveQueries.VERSIONS).params(Map.of("workflowId", UUID.fromString(HALF_OF_ALL))));

        assertThat(plan).contains("_status_id_idx").doesNotContain("Seq Scan on workflow_executions_2001");
    }

    @Test
    void the_first_id_of_a_moment_is_the_one_that_partitions_begin_with() {
        Instant moment = Instant.parse("2001-02-03T04:05:06.789Z");

        assertThat(jdbc.sql("SELECT uuid7_floor(?::timestamptz)")
                        .param(moment.toString())
                        .query(UUID.class)
                        .single())
                .isEqualTo(HistoryIds.floor(moment));
    }

    private static Arguments filter(String name, Asked asked, String index) {
        return Arguments.of(name, asked, index);
    }

    private static Asked request() {
        return new Asked(Map.of());
    }

    /** Query parameters. */
    record Asked(Map<String, List<String>> parameters) {

        Asked with(String name, String value) {
            Map<String, List<String>> more = new HashMap<>(parameters);
            List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
            values.add(value);
            more.put(name, values);
            return new Asked(more);
        }

        private @Nullable String one(String name) {
            List<String> values = parameters.get(name);
            return values == null ? null : values.getFirst();
        }

        ExecutionFilter filter() {
            return ExecutionFilter.read(new ExecutionListRequest(
                    one("workflowId"),
                    one("version"),
                    parameters.getOrDefault("status", List.of()),
                    one("trigger"),
                    one("eventType"),
                    one("from"),
                    one("to"),
                    one("endedFrom"),
                    one("endedTo"),
                    one("correlationId"),
                    one("businessKey"),
                    one("businessKeyPart"),
                    one("text")));
        }
    }

    private static String plan(Asked asked, Optional<UUID> after) {
        ExecutionSearch search = new ExecutionSearch(asked.filter(), after, 51);
        String plan = explain(jdbc.sql("EXPLAIN " + search.sql()).params(search.parameters()));
        // The keys of what is found are looked up by its id, in one month, which is known only then.
        return plan.substring(0, plan.indexOf("SubPlan 1"));
    }

    private static String explain(JdbcClient.StatementSpec statement) {
        return String.join("\n", statement.query(String.class).list());
    }
}
