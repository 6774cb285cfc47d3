package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.execution.Http.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What charts show adds up, whatever comes twice. */
@RunningService
class MetricsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Autowired
    private JdbcTemplate jdbc;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void executions_and_steps_are_counted_by_how_they_ended() {
        WorkflowId workflow = neighbours.publish("Asks", Definitions.worker("{\"maxAttempts\": 2}", "PT1M"));
        AtomicInteger asked = new AtomicInteger();
        worker.on(
                workflow,
                request -> Optional.of(
                        asked.incrementAndGet() == 1
                                ? new StepOutcome.Failed(StepError.permanent("test.failed", "It failed"))
                                : new StepOutcome.Succeeded("fine", null)));
        JsonNode failed = operator.awaitEnd(operator.execute(workflow, "{}"));
        JsonNode first = operator.awaitEnd(operator.execute(workflow, "{}"));
        JsonNode second = operator.awaitEnd(operator.execute(workflow, "{}"));

        assertThat(total(workflow, "executions", "FAILED", "count")).isEqualTo(1);
        assertThat(total(workflow, "executions", "COMPLETED", "count")).isEqualTo(2);
        assertThat(total(workflow, "steps", "FAILED", "count")).isEqualTo(1);
        assertThat(total(workflow, "steps", "COMPLETED", "count")).isEqualTo(2);
        assertThat(longest(workflow, "FAILED"))
                .isEqualTo(failed.path("durationMs").asLong());
        assertThat(longest(workflow, "COMPLETED"))
                .isEqualTo(Math.max(
                        first.path("durationMs").asLong(),
                        second.path("durationMs").asLong()));
        assertThat(jdbc.queryForObject(
                        "SELECT sum(duration_ms_sum) FROM execution_rollups WHERE workflow_id = ?",
                        Long.class,
                        workflow.value()))
                .isEqualTo(Stream.of(failed, first, second)
                        .mapToLong(execution -> execution.path("durationMs").asLong())
                        .sum());
    }

    @Test
    void what_comes_again_is_counted_once() {
        WorkflowId workflow = neighbours.publish("Asks", Definitions.worker("null", "PT1M"));
        worker.on(workflow, request -> {
            worker.answer(request, new StepOutcome.Succeeded("first", null));
            worker.answer(request, new StepOutcome.Succeeded("first", null));
            return Optional.of(new StepOutcome.Succeeded("first", null));
        });
        StartExecution start = start(workflow);
        tell(start);
        tell(start);
        operator.awaitEnd(start.executionId());

        tell(start);
        StartExecution next = start(workflow);
        tell(next);
        operator.awaitEnd(next.executionId());

        assertThat(total(workflow, "executions", "COMPLETED", "count")).isEqualTo(2);
        assertThat(total(workflow, "steps", "COMPLETED", "count")).isEqualTo(2);
    }

    @Test
    void hours_become_days_of_the_zone_that_is_asked_for() {
        WorkflowId workflow = new WorkflowId(UUID.fromString(neighbours.newId()));
        add(workflow, "2026-05-01T03:00:00Z", 1, 10);
        add(workflow, "2026-05-01T04:00:00Z", 2, 50);
        add(workflow, "2026-05-02T03:00:00Z", 4, 20);
        String range = "workflowId=" + workflow + "&from=2026-05-01T00:00:00Z&to=2026-05-03T00:00:00Z";

        Answer hours = metrics(range);
        Answer days = metrics(range + "&bucket=DAY&zone=America/Toronto");

        assertThat(hours.json().path("buckets")).hasSize(3);
        assertThat(days.json().path("buckets").toString()).isEqualTo("""
                [{"at":"2026-04-30T04:00:00Z",\
                "executions":[{"status":"COMPLETED","count":1,"averageDurationMs":10,"maxDurationMs":10}],"steps":[]},\
                {"at":"2026-05-01T04:00:00Z",\
                "executions":[{"status":"COMPLETED","count":6,"averageDurationMs":30,"maxDurationMs":50}],"steps":[]}]""");
        assertThat(days.text("/bucket")).isEqualTo("DAY");
    }

    @Test
    void the_last_day_is_shown_unless_another_range_is_asked_for() {
        Answer answer = metrics("");

        Instant from = Instant.parse(answer.text("/from"));
        assertThat(Instant.parse(answer.text("/to"))).isEqualTo(from.plus(1, ChronoUnit.DAYS));
        assertThat(answer.text("/bucket")).isEqualTo("HOUR");
    }

    @Test
    void a_range_that_cannot_be_shown_is_refused_with_a_sentence() {
        assertRefused("bucket=WEEK", "Expected one of HOUR, DAY for bucket, but got \"WEEK\".");
        assertRefused("zone=Mars", "Expected a time zone such as America/Toronto, but got \"Mars\".");
        assertRefused(
                "from=2026-05-01T00:00:00Z&to=2026-05-01T00:00:00Z",
                "Expected a time after 2026-05-01T00:00:00Z, but got 2026-05-01T00:00:00Z.");
        assertRefused(
                "from=2026-01-01T00:00:00Z&to=2026-05-01T00:00:00Z",
                "Expected a range of at most 1000 buckets, but it has 2880. Ask for days, or for less.");
    }

    private void assertRefused(String query, String sentence) {
        Answer answer = operator.get("/api/executions/metrics?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("execution.bad-filter");
        assertThat(answer.text("/detail")).isEqualTo(sentence);
    }

    private Answer metrics(String query) {
        Answer answer = operator.get("/api/executions/metrics?" + query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    private long total(WorkflowId workflow, String of, String status, String figure) {
        return metrics("workflowId=" + workflow)
                .json()
                .path("buckets")
                .valueStream()
                .flatMap(bucket -> bucket.path(of).valueStream())
                .filter(ended -> ended.path("status").asString().equals(status))
                .mapToLong(ended -> ended.path(figure).asLong())
                .sum();
    }

    private long longest(WorkflowId workflow, String status) {
        return metrics("workflowId=" + workflow)
                .json()
                .path("buckets")
                .valueStream()
                .flatMap(bucket -> bucket.path("executions").valueStream())
                .filter(ended -> ended.path("status").asString().equals(status))
                .mapToLong(ended -> ended.path("maxDurationMs").asLong())
                .max()
                .orElseThrow();
    }

    private void add(WorkflowId workflow, String hour, int executions, int longest) {
        jdbc.update(
                "INSERT INTO execution_rollups VALUES (?::timestamptz, ?, 'COMPLETED', ?, ?, ?)",
                hour,
                workflow.value(),
                executions,
                executions * longest,
                longest);
    }

    private StartExecution start(WorkflowId workflow) {
        return new StartExecution(
                UUID.fromString(neighbours.newId()),
                ExecutionId.parse(neighbours.newId()),
                workflow,
                1,
                Map.of("name", "Ada"),
                TriggerRef.api(),
                "test",
                null,
                null,
                null,
                null);
    }

    private void tell(StartExecution start) {
        neighbours.tell(
                Topics.EXECUTION_COMMANDS, start.executionId().toString(), MessageTypes.EXECUTION_COMMAND, start);
    }
}
