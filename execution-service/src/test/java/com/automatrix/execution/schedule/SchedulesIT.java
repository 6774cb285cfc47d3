package com.automatrix.execution.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.WorkflowPublished;
import com.automatrix.execution.Http;
import com.automatrix.execution.Neighbours;
import com.automatrix.execution.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Schedules on a real database, with a clock that is moved by hand. It shows a time to come, so that what the service
 * itself does every second finds nothing due.
 */
@RunningService
class SchedulesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2040-03-05T12:00:00Z");
    private static final BusinessDays CALENDAR = BusinessDays.of(Map.of());

    private static final String DEFINITION = """
            {"specVersion": "1", "triggers": [%s],
             "nodes": [{"id": "note", "type": "data.transform", "config": {"value": "{{ input }}"}}], "edges": []}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private ScheduleStore store;

    @Autowired
    private ScheduledStarts starts;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    private final List<WorkflowId> published = new ArrayList<>();
    private Instant now = START;
    private Http viewer;
    private ScheduleBook book;
    private DueSchedules due;

    @BeforeEach
    void build() {
        viewer = Http.as("OPERATOR", port);
        book = new ScheduleBook(store, () -> now);
        due = new DueSchedules(store, starts, transaction, () -> now, meters);
    }

    /** Else the real clock's service would plan them, and the next test's look would find them. */
    @AfterEach
    void withdraw() {
        published.forEach(id -> transaction.executeWithoutResult(status -> book.withdrawn(id)));
    }

    @Test
    void a_planned_time_starts_one_execution_which_knows_it() {
        WorkflowId id = publish("""
                {"id": "nightly", "type": "schedule", "cron": "30 2 * * *", "timeZone": "America/New_York",
                 "input": {"scope": "ALL"}}""");
        look("2040-03-05T12:00:01Z");
        assertThat(schedule(id).nextAt()).isEqualTo(Instant.parse("2040-03-06T07:30:00Z"));

        assertThat(look("2040-03-06T07:29:59Z")).isZero();
        assertThat(look("2040-03-06T07:30:00Z")).isEqualTo(1);
        assertThat(look("2040-03-06T07:30:01Z")).isZero();

        JsonNode execution = awaitEnded(id, 1).getFirst();
        assertThat(execution.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(execution.at("/trigger/kind").asString()).isEqualTo("SCHEDULE");
        assertThat(execution.at("/trigger/id").asString()).isEqualTo("nightly");
        assertThat(viewer.get("/api/executions/" + execution.path("id").asString())
                        .json()
                        .path("input"))
                .isEqualTo(ContractJson.events().readTree("""
                        {"scope": "ALL", "plannedAt": "2040-03-06T07:30:00Z"}"""));
        assertThat(schedule(id).lastRun()).isNotNull();
    }

    @Test
    void over_both_changes_of_the_clock_every_day_has_one() {
        WorkflowId id = publish("""
                {"id": "t", "type": "schedule", "cron": "30 2 * * *", "timeZone": "America/New_York", "catchUp": "ALL"}""");

        look("2040-03-12T12:00:00Z");

        // 11 March 2040 has no 02:30.
        assertThat(plannedTimes(id))
                .contains("2040-03-10T07:30:00Z", "2040-03-11T07:00:00Z", "2040-03-12T06:30:00Z")
                .hasSize(7);
    }

    @Test
    void two_replicas_that_look_at_once_start_nothing_twice() throws Exception {
        List<WorkflowId> ids = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            ids.add(publish("{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1M\"}"));
        }
        look("2040-03-05T12:00:00Z");
        try (ExecutorService replicas = Executors.newFixedThreadPool(3)) {
            for (int minute = 1; minute <= 5; minute++) {
                now = START.plus(Duration.ofMinutes(minute));
                assertThat(lookTogether(replicas, 3)).isEqualTo(30);
            }
        }

        for (WorkflowId id : ids) {
            assertThat(plannedTimes(id)).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void after_an_outage_each_policy_does_what_it_says() {
        WorkflowId none =
                publish("{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1H\", \"catchUp\": \"NONE\"}");
        WorkflowId latest = publish("{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1H\"}");
        WorkflowId all = publish("{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1H\", \"catchUp\": \"ALL\"}");
        look("2040-03-05T12:00:00Z");

        look("2040-03-05T15:30:00Z");
        look("2040-03-05T16:00:30Z");

        assertThat(plannedTimes(none)).containsExactly("2040-03-05T16:00:00Z");
        assertThat(plannedTimes(latest)).containsExactly("2040-03-05T15:00:00Z", "2040-03-05T16:00:00Z");
        assertThat(plannedTimes(all))
                .containsExactly(
                        "2040-03-05T13:00:00Z", "2040-03-05T14:00:00Z", "2040-03-05T15:00:00Z", "2040-03-05T16:00:00Z");
    }

    @Test
    void no_more_than_a_hundred_are_made_up_for() {
        WorkflowId id = publish("{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1M\", \"catchUp\": \"ALL\"}");

        assertThat(look("2040-03-12T12:00:00Z")).isEqualTo(Plan.MOST_CAUGHT_UP);

        assertThat(plannedTimes(id)).last().isEqualTo("2040-03-12T12:00:00Z");
        assertThat(plannedTimes(id)).first().isEqualTo("2040-03-12T10:21:00Z");
    }

    @Test
    void a_process_that_dies_before_its_commit_has_started_nothing_and_the_next_one_does() {
        WorkflowId id = publish("{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1H\"}");
        look("2040-03-05T12:00:00Z");
        now = Instant.parse("2040-03-05T13:00:00Z");
        DueSchedules dying = new DueSchedules(store, starts, new DyingTransaction(transactions), () -> now, meters);

        assertThatThrownBy(() -> dying.start(CALENDAR)).hasMessage("killed");
        assertThat(plannedTimes(id)).isEmpty();

        assertThat(due.start(CALENDAR)).isEqualTo(1);
        assertThat(plannedTimes(id)).containsExactly("2040-03-05T13:00:00Z");
    }

    @Test
    void a_schedule_that_is_put_back_does_not_start_a_time_again() {
        WorkflowId id = publish("{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1H\"}");
        look("2040-03-05T13:00:00Z");

        jdbc.sql("UPDATE schedules SET handled_until = anchor, planned_with = NULL WHERE workflow_id = ?")
                .param(id.value())
                .update();

        awaitPlanned(id);
        look("2040-03-05T13:00:10Z");
        assertThat(plannedTimes(id)).hasSize(1);
    }

    @Test
    void a_pause_is_made_up_for_only_where_that_is_written() {
        String plain = "{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1H\"}";
        String written = "{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1H\", \"catchUp\": \"ALL\"}";
        WorkflowId one = publish(plain);
        WorkflowId other = publish(written);
        look("2040-03-05T12:00:00Z");
        change(one, 1, plain, true);
        change(other, 1, written, true);

        assertThat(look("2040-03-05T14:30:00Z")).isZero();
        change(one, 1, plain, null);
        change(other, 1, written, null);
        look("2040-03-05T14:30:10Z");
        look("2040-03-05T15:00:00Z");

        assertThat(plannedTimes(one)).containsExactly("2040-03-05T15:00:00Z");
        assertThat(plannedTimes(other))
                .containsExactly("2040-03-05T13:00:00Z", "2040-03-05T14:00:00Z", "2040-03-05T15:00:00Z");
    }

    @Test
    void a_new_version_keeps_the_rhythm_unless_it_changes_it() {
        WorkflowId id = publish("{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1H\"}");
        look("2040-03-05T12:20:00Z");

        change(id, 2, "{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT1H\", \"input\": {\"n\": 2}}", null);
        look("2040-03-05T12:20:01Z");
        assertThat(schedule(id).version()).isEqualTo(2);
        assertThat(schedule(id).nextAt()).isEqualTo(Instant.parse("2040-03-05T13:00:00Z"));

        change(id, 3, "{\"id\": \"t\", \"type\": \"schedule\", \"every\": \"PT2H\"}", null);
        look("2040-03-05T12:20:02Z");
        assertThat(schedule(id).nextAt()).isEqualTo(Instant.parse("2040-03-05T14:20:01Z"));

        change(id, 4, "{\"id\": \"other\", \"type\": \"schedule\", \"every\": \"PT1H\"}", null);
        assertThat(store.of(id)).extracting(schedule -> schedule.trigger().id()).containsExactly("other");
        transaction.executeWithoutResult(status -> book.withdrawn(id));
        assertThat(store.of(id)).isEmpty();
    }

    @Test
    void another_time_zone_of_the_dealership_moves_the_next_time_and_starts_nothing_at_once() {
        WorkflowId id = publish("{\"id\": \"t\", \"type\": \"schedule\", \"cron\": \"0 14 * * *\"}");
        look("2040-03-05T12:00:00Z");
        assertThat(schedule(id).nextAt()).isEqualTo(Instant.parse("2040-03-05T14:00:00Z"));

        now = Instant.parse("2040-03-05T13:30:00Z");
        transaction.executeWithoutResult(status -> {
            // Where it is half past two in the afternoon already.
            assertThat(due.start(BusinessDays.of(Map.of("timeZone", "Europe/Paris"))))
                    .isZero();
            assertThat(schedule(id).nextAt()).isEqualTo(Instant.parse("2040-03-06T13:00:00Z"));
        });
    }

    @Test
    void the_service_itself_starts_what_is_due_and_shows_its_schedules() {
        WorkflowId id = neighbours.publish(
                "By the clock",
                DEFINITION.formatted(
                        "{\"id\": \"t\", \"type\": \"schedule\", \"cron\": \"* * * * * *\", \"timeZone\": \"UTC\"}"));

        List<JsonNode> ended = awaitEnded(id, 2);
        JsonNode shown = viewer.get("/api/schedules?workflowId=" + id).json().at("/items/0");
        neighbours.unpublish(id);

        assertThat(ended)
                .extracting(execution -> execution.path("status").asString())
                .containsOnly("COMPLETED");
        assertThat(shown.path("triggerId").asString()).isEqualTo("t");
        assertThat(shown.path("timeZone").asString()).isEqualTo("UTC");
        assertThat(shown.at("/lastRun/executionId").asString()).isNotEmpty();
        assertThat(shown.path("next")).hasSize(10);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> viewer.get("/api/schedules?workflowId=" + id)
                        .json()
                        .path("items")
                        .isEmpty());
    }

    @Test
    void a_form_is_shown_the_next_times_or_what_is_wrong() {
        JsonNode good = viewer.get("/api/schedules/preview?cron=0%208%20*%20*%20*&timeZone=America/New_York")
                .json();
        assertThat(good.path("timeZone").asString()).isEqualTo("America/New_York");
        assertThat(good.path("next")).hasSize(10);
        assertThat(viewer.get("/api/schedules/preview?every=PT15M").json().path("next"))
                .hasSize(10);

        assertThat(viewer.get("/api/schedules/preview?cron=0%2025%20*%20*%20*").text("/detail"))
                .isEqualTo("Expected the hour to be 0 to 23, a list, a range or *, but it is \"25\".");
        assertThat(viewer.get("/api/schedules/preview?cron=0%208%20*%20*%20*&timeZone=Mars")
                        .text("/code"))
                .isEqualTo("schedule.unknown-zone");
        assertThat(viewer.get("/api/schedules/preview?every=PT5S").text("/code"))
                .isEqualTo("schedule.invalid-interval");
        assertThat(viewer.get("/api/schedules/preview").status()).isEqualTo(400);
    }

    private WorkflowId publish(String trigger) {
        WorkflowId id = new WorkflowId(UUID.fromString(neighbours.newId()));
        published.add(id);
        change(id, 1, trigger, null);
        return id;
    }

    /** What workflow-service says, told to the book without the way over Kafka, whose time is the real one. */
    private void change(WorkflowId id, int version, String trigger, @Nullable Boolean paused) {
        WorkflowDefinition definition =
                ContractJson.definitions().readValue(DEFINITION.formatted(trigger), WorkflowDefinition.class);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            INSERT INTO workflow_versions (workflow_id, version, name, definition, published_at)
                            VALUES (?, ?, 'Scheduled', ?::json, now()) ON CONFLICT DO NOTHING""")
                    .params(id.value(), version, ContractJson.definitions().writeValueAsString(definition))
                    .update();
            book.published(
                    new WorkflowPublished(id, version, "Scheduled", null, "SALES", definition, now, "test", paused));
        });
        awaitPlanned(id);
    }

    /** The service may be at it, too: whoever has the row, it is planned in the same way. */
    private void awaitPlanned(WorkflowId id) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            due.start(CALENDAR);
            return store.of(id).stream().allMatch(schedule -> schedule.paused() || schedule.plannedWith() != null);
        });
    }

    private int look(String time) {
        now = Instant.parse(time);
        return due.start(CALENDAR);
    }

    private int lookTogether(ExecutorService replicas, int count) throws Exception {
        CountDownLatch together = new CountDownLatch(count);
        List<Callable<Integer>> looks = new ArrayList<>();
        for (int replica = 0; replica < count; replica++) {
            looks.add(() -> {
                together.countDown();
                together.await();
                return new DueSchedules(store, starts, transaction, () -> now, meters).start(CALENDAR);
            });
        }
        int started = 0;
        for (Future<Integer> look : replicas.invokeAll(looks)) {
            started += look.get();
        }
        return started;
    }

    private Schedule schedule(WorkflowId id) {
        return store.of(id).getFirst();
    }

    private List<String> plannedTimes(WorkflowId id) {
        return jdbc.sql("""
                        SELECT input_data ->> 'plannedAt' FROM workflow_executions WHERE workflow_id = ?
                         ORDER BY 1""")
                .param(id.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<JsonNode> awaitEnded(WorkflowId id, int atLeast) {
        List<JsonNode> ended = new ArrayList<>();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            ended.clear();
            viewer.get("/api/executions?status=COMPLETED&status=FAILED&workflowId=" + id)
                    .json()
                    .path("items")
                    .forEach(ended::add);
            return ended.size() >= atLeast;
        });
        return ended;
    }

    /** Does the work and dies before the commit. */
    private static final class DyingTransaction extends TransactionTemplate {

        DyingTransaction(PlatformTransactionManager transactions) {
            super(transactions);
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            return super.execute(status -> {
                T _ = action.doInTransaction(status);
                throw new IllegalStateException("killed");
            });
        }
    }
}
