package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.execution.Http.Answer;
import com.automatrix.execution.history.HistoryIds;
import com.automatrix.execution.persistence.HistoryWriter;
import com.automatrix.execution.persistence.StepRollup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The dashboard adds up what happened, in the days of the dealership. */
@RunningService
class DashboardIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private HistoryWriter writer;

    private Http viewer;
    private WorkflowId workflow;

    @BeforeEach
    void begin() {
        viewer = Http.as("VIEWER", port);
        workflow = new WorkflowId(UUID.fromString(neighbours.newId()));
    }

    @Test
    void what_ran_is_counted_by_workflow_and_step_and_failures_are_grouped_by_their_cause() {
        Http operator = Http.as("OPERATOR", port);
        workflow = neighbours.publish("Asks", Definitions.worker("{\"maxAttempts\": 1}", "PT1M"));
        AtomicInteger asked = new AtomicInteger();
        worker.on(
                workflow,
                request -> Optional.of(
                        asked.incrementAndGet() < 3
                                ? new StepOutcome.Failed(
                                        StepError.permanent("test.failed", "It failed for reason " + asked.get()))
                                : new StepOutcome.Succeeded("fine", null)));
        operator.awaitEnd(operator.execute(workflow, "{}"));
        ExecutionId second = operator.execute(workflow, "{}");
        operator.awaitEnd(second);
        operator.awaitEnd(operator.execute(workflow, "{}"));

        JsonNode shown = dashboard("");

        assertThat(shown.at("/totals/ended").toString()).isEqualTo("{\"completed\":1,\"failed\":2,\"cancelled\":0}");
        assertThat(shown.at("/totals/took/p95Ms").isNumber()).isTrue();
        assertThat(shown.at("/totals/queue/maxMs").isNumber()).isTrue();
        assertThat(shown.at("/before/ended/failed").asLong()).isZero();
        assertThat(shown.at("/workflows/0/name").asString()).isEqualTo("Asks");
        assertThat(shown.at("/failingSteps/0/attempts").asLong()).isEqualTo(3);
        assertThat(shown.at("/failingSteps/0/failed").asLong()).isEqualTo(2);
        assertThat(shown.at("/slowestSteps")).isNotEmpty();
        assertThat(shown.at("/errors")).hasSize(1);
        assertThat(shown.at("/errors/0/code").asString()).isEqualTo("test.failed");
        assertThat(shown.at("/errors/0/count").asLong()).isEqualTo(2);
        assertThat(shown.at("/errors/0/message").asString()).isEqualTo("It failed for reason 2");
        assertThat(shown.at("/errors/0/lastExecutionId").asString()).isEqualTo(second.toString());
    }

    @Test
    void days_are_those_of_the_zone_also_where_the_clock_is_changed() {
        ended("2026-03-08T04:00:00Z", "COMPLETED", 1);
        ended("2026-03-08T05:00:00Z", "COMPLETED", 2);
        ended("2026-03-09T03:00:00Z", "FAILED", 4);
        ended("2026-03-09T04:00:00Z", "COMPLETED", 8);
        ended("2026-11-01T04:00:00Z", "COMPLETED", 16);
        ended("2026-11-02T04:00:00Z", "COMPLETED", 32);
        ended("2026-11-02T05:00:00Z", "CANCELLED", 64);

        JsonNode spring =
                dashboard("&zone=America/Toronto&from=2026-03-07T05:00:00Z&to=2026-03-10T04:00:00Z&bucket=DAY");
        JsonNode autumn =
                dashboard("&zone=America/Toronto&from=2026-11-01T04:00:00Z&to=2026-11-03T05:00:00Z&bucket=DAY");

        assertThat(parts(spring))
                .containsExactly(
                        "2026-03-07T05:00:00Z {\"completed\":1,\"failed\":0,\"cancelled\":0}",
                        "2026-03-08T05:00:00Z {\"completed\":2,\"failed\":4,\"cancelled\":0}",
                        "2026-03-09T04:00:00Z {\"completed\":8,\"failed\":0,\"cancelled\":0}");
        assertThat(parts(autumn))
                .containsExactly(
                        "2026-11-01T04:00:00Z {\"completed\":48,\"failed\":0,\"cancelled\":0}",
                        "2026-11-02T05:00:00Z {\"completed\":0,\"failed\":0,\"cancelled\":64}");
        assertThat(spring.at("/zone").asString()).isEqualTo("America/Toronto");
    }

    @Test
    void durations_waits_and_the_use_of_models_are_added_up_beside_those_of_the_range_before() {
        jdbc.update(
                "INSERT INTO duration_rollups SELECT '2026-05-01T14:00:00Z', ?, duration_class(ms), 1 FROM unnest(ARRAY[100, 1000, 10000]) ms",
                workflow.value());
        jdbc.update("INSERT INTO queue_rollups VALUES ('2026-05-01T14:00:00Z', ?, 4, 100, 70)", workflow.value());
        jdbc.update(
                "INSERT INTO model_rollups VALUES ('2026-05-01T14:00:00Z', ?, 'small', 2, 100, 20, 0.5), ('2026-05-01T13:00:00Z', ?, 'small', 1, 10, 2, 0.25)",
                workflow.value(),
                workflow.value());

        JsonNode shown = dashboard("&from=2026-05-01T14:00:00Z&to=2026-05-01T15:00:00Z");

        assertThat(shown.at("/totals/took/p50Ms").asLong()).isBetween(950L, 1_050L);
        assertThat(shown.at("/totals/took/p95Ms").asLong()).isBetween(9_500L, 10_500L);
        assertThat(shown.at("/totals/queue").toString()).isEqualTo("{\"averageMs\":25,\"maxMs\":70}");
        assertThat(shown.at("/totals/models").toString())
                .isEqualTo("{\"calls\":2,\"promptTokens\":100,\"completionTokens\":20,\"cost\":0.5}");
        assertThat(shown.at("/before/models/cost").asDouble()).isEqualTo(0.25);
        assertThat(shown.at("/models/0/model").asString()).isEqualTo("small");
        assertThat(shown.at("/parts/0/queue/maxMs").asLong()).isEqualTo(70);
    }

    @Test
    void a_lead_counts_once_and_its_first_answer_whichever_of_its_executions_gave_it() {
        Instant received = Instant.parse("2026-05-04T14:00:00Z");
        lead(received, 1, "lead-1", received.plusSeconds(180));
        lead(received, 2, "lead-1", received.plusSeconds(60));
        lead(received, 3, "lead-2", received.plusSeconds(180));
        lead(received, 4, "lead-3", null);

        JsonNode shown = dashboard("&from=2026-05-04T14:00:00Z&to=2026-05-04T15:00:00Z");

        assertThat(shown.at("/totals/leads").toString())
                .isEqualTo("{\"received\":3,\"answered\":2,\"medianMs\":120000}");
        assertThat(shown.at("/before/leads").toString()).isEqualTo("{\"received\":0,\"answered\":0,\"medianMs\":null}");
    }

    @Test
    void steps_of_many_days_are_added_up_from_days_and_from_the_hours_at_both_ends() {
        step("2026-03-07T04:00:00Z", 1);
        step("2026-03-07T05:00:00Z", 2);
        step("2026-03-08T00:00:00Z", 4);
        step("2026-03-09T23:00:00Z", 8);
        step("2026-03-10T03:00:00Z", 16);
        step("2026-03-10T04:00:00Z", 32);

        assertThat(attempts("2026-03-07T05:00:00Z", "2026-03-10T04:00:00Z")).isEqualTo(30);
        assertThat(attempts("2026-03-07T00:00:00Z", "2026-03-10T00:00:00Z")).isEqualTo(15);
        assertThat(attempts("2026-03-09T20:00:00Z", "2026-03-10T04:00:00Z")).isEqualTo(24);
        assertThat(attempts("2026-03-10T03:00:00Z", "2026-03-10T04:00:00Z")).isEqualTo(16);
    }

    @Test
    void what_cannot_be_shown_is_refused_with_a_sentence() {
        Answer answer = viewer.get("/api/dashboard?zone=Mars");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("execution.bad-filter");
        assertThat(Http.stranger(port).get("/api/dashboard").status()).isEqualTo(401);
    }

    private JsonNode dashboard(String query) {
        Answer answer = viewer.get("/api/dashboard?workflowId=" + workflow + query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> parts(JsonNode shown) {
        return shown.path("parts")
                .valueStream()
                .map(part -> part.path("at").asString() + " " + part.path("ended"))
                .toList();
    }

    private void ended(String hour, String status, int executions) {
        jdbc.update(
                "INSERT INTO execution_rollups VALUES (?::timestamptz, ?, ?, ?, 10, 10)",
                hour,
                workflow.value(),
                status,
                executions);
    }

    private void lead(Instant at, int n, String lead, @Nullable Instant answered) {
        jdbc.update(
                "INSERT INTO lead_executions VALUES (?, ?, ?, ?::timestamptz, ?::timestamptz)",
                id(at, n),
                workflow.value(),
                lead,
                at.toString(),
                answered == null ? null : answered.toString());
    }

    private void step(String hour, long attempts) {
        StepRollup.Key key = new StepRollup.Key(Instant.parse(hour), workflow.value(), "ask", "COMPLETED");
        writer.addSteps(List.of(new StepRollup(key, attempts, 10, 10)));
    }

    private long attempts(String from, String to) {
        return dashboard("&zone=America/Toronto&from=" + from + "&to=" + to + "&bucket=HOUR")
                .at("/slowestSteps/0/attempts")
                .asLong();
    }

    private UUID id(Instant at, int n) {
        UUID floor = HistoryIds.floor(at);
        return new UUID(floor.getMostSignificantBits(), workflow.value().getLeastSignificantBits() ^ n);
    }
}
