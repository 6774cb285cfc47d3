package com.automatrix.platform.worker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepCancelled;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.json.StoredJson;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.testapp.PlatformIT;
import com.automatrix.platform.testapp.SampleWorker;
import com.automatrix.testkit.TopicProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

@PlatformIT
class WorkerIT {

    private static final String REQUESTS = Topics.stepRequested("ai");

    private final KafkaTemplate<String, byte[]> kafka;
    private final CloudEventRecords records;
    private final SampleWorker worker;
    private final JdbcClient jdbc;
    private final MeterRegistry metrics;

    @Autowired
    WorkerIT(
            KafkaTemplate<String, byte[]> kafka,
            CloudEventRecords records,
            SampleWorker worker,
            JdbcClient jdbc,
            MeterRegistry metrics) {
        this.kafka = kafka;
        this.records = records;
        this.worker = worker;
        this.jdbc = jdbc;
        this.metrics = metrics;
    }

    @Test
    void a_requested_step_is_done_and_answered() {
        var request = StepRequests.toDo("echo");
        try (var answers = TopicProbe.of(Topics.STEP_COMPLETED)) {
            request(request);

            var answer = answers.await(message -> isAbout(message.key(), request));
            assertThat(records.read(answer).getType()).isEqualTo(MessageTypes.STEP_COMPLETED);
            assertThat(records.correlationId(answer)).hasValue("correlation-1");
            var completed = records.data(answer, StepCompleted.class);
            assertThat(completed.stepRunId()).isEqualTo(request.stepRunId());
            assertThat(completed.attempt()).isEqualTo(1);
            assertThat(completed.worker()).startsWith("sample-service@");
            assertThat(completed.outcome())
                    .isEqualTo(new StepOutcome.Succeeded(
                            Map.of("echo", Map.of("do", "echo"), "correlation", "correlation-1"), null));
        }
        assertThat(metrics.get("automatrix.step.duration").tag("type", "sample").timers())
                .isNotEmpty();
    }

    @Test
    void a_request_delivered_again_costs_nothing() {
        var request = StepRequests.toDo("echo");
        try (var answers = TopicProbe.of(Topics.STEP_COMPLETED)) {
            request(request);
            request(request);
            answers.await(message -> isAbout(message.key(), request));
            request(request);

            var after = StepRequests.toDo("echo");
            request(after);
            answers.await(message -> isAbout(message.key(), after));
            assertThat(answers.during(Duration.ofMillis(500), key(request))).hasSize(1);
        }
        assertThat(worker.started(request)).isEqualTo(1);
    }

    @Test
    void a_step_may_choose_its_handles() {
        assertThat(outcomeOf(StepRequests.toDo("choose")))
                .isEqualTo(new StepOutcome.Succeeded(null, java.util.List.of("urgent")));
    }

    @Test
    void an_unknown_type_is_refused_for_good() {
        var outcome = (StepOutcome.Failed) outcomeOf(StepRequests.ofType("nobody.knows"));

        assertThat(outcome.error().code()).isEqualTo("step.unknown-type");
        assertThat(outcome.error().retryable()).isFalse();
    }

    @Test
    void an_unexpected_failure_may_be_retried() {
        var outcome = (StepOutcome.Failed) outcomeOf(StepRequests.toDo("explode"));

        assertThat(outcome.error().code()).isEqualTo("step.unexpected");
        assertThat(outcome.error().message()).doesNotContain("boom");
        assertThat(outcome.error().retryable()).isTrue();
    }

    @Test
    void a_failure_of_the_worker_is_passed_on() {
        var outcome = (StepOutcome.Failed) outcomeOf(StepRequests.toDo("refuse"));

        assertThat(outcome.error().code()).isEqualTo("sample.refused");
    }

    @Test
    void a_character_that_the_database_refuses_is_left_out() {
        assertThat(outcomeOf(StepRequests.toDo("nul"))).isEqualTo(new StepOutcome.Succeeded("ab", null));
    }

    @Test
    void an_output_over_the_bound_fails_the_step() {
        var outcome = (StepOutcome.Failed) outcomeOf(StepRequests.toDo("much"));

        assertThat(outcome.error().code()).isEqualTo("step.output-too-large");
    }

    @Test
    void a_cancelled_step_is_interrupted_and_not_answered() {
        var request = StepRequests.toDo("block");
        try (var answers = TopicProbe.of(Topics.STEP_COMPLETED)) {
            request(request);
            await().atMost(20, SECONDS).until(() -> worker.started(request) == 1);

            cancel(request);

            await().atMost(20, SECONDS).until(() -> worker.interrupted(request) == 1);
            await().atMost(20, SECONDS).until(() -> isFinished(request));
            assertThat(answers.during(Duration.ofMillis(500), key(request))).isEmpty();
        }
    }

    @Test
    void what_was_cancelled_while_the_process_was_away_is_known_before_it_leases(
            @Autowired StepCancellationListener listener, @Autowired StepRunner runner) {
        assertThat(listener.getPhase()).isLessThan(runner.getPhase());
    }

    @Test
    void a_later_attempt_of_a_cancelled_step_is_done() {
        var request = StepRequests.toDo("block");
        request(request);
        await().atMost(20, SECONDS).until(() -> worker.started(request) == 1);
        cancel(request);
        await().atMost(20, SECONDS).until(() -> isFinished(request));

        var again = StepRequests.nextAttempt(request, "echo");

        assertThat(outcomeOf(again)).isInstanceOf(StepOutcome.Succeeded.class);
    }

    @Test
    void a_step_is_stopped_at_its_deadline() {
        var request = StepRequests.withDeadline(
                StepRequests.toDo("block"), Instant.now().plusMillis(1_500));

        var outcome = (StepOutcome.Failed) outcomeOf(request);

        assertThat(outcome.error().code()).isEqualTo("step.timeout");
        assertThat(outcome.error().retryable()).isTrue();
        assertThat(worker.interrupted(request)).isEqualTo(1);
    }

    @Test
    void a_step_that_comes_after_its_deadline_is_not_begun() {
        var request = StepRequests.withDeadline(
                StepRequests.toDo("echo"), Instant.now().minusSeconds(1));

        var outcome = (StepOutcome.Failed) outcomeOf(request);

        assertThat(outcome.error().code()).isEqualTo("step.timeout");
        assertThat(worker.started(request)).isZero();
    }

    @Test
    void a_long_step_keeps_its_lease() {
        var request = StepRequests.toDo("block");
        request(request);
        await().atMost(20, SECONDS).until(() -> worker.started(request) == 1);
        var lease = leaseUntil(request);

        await().atMost(20, SECONDS).until(() -> leaseUntil(request).isAfter(lease.plusSeconds(2)));

        assertThat(worker.started(request)).isEqualTo(1);
        cancel(request);
    }

    @Test
    void what_a_dead_process_left_is_taken_over() {
        var request = StepRequests.toDo("echo");
        try (var answers = TopicProbe.of(Topics.STEP_COMPLETED)) {
            leave(request, "dead-process", Instant.now().minusSeconds(1), 1);

            var completed =
                    records.data(answers.await(message -> isAbout(message.key(), request)), StepCompleted.class);
            assertThat(completed.outcome()).isInstanceOf(StepOutcome.Succeeded.class);
        }
    }

    @Test
    void what_another_process_holds_is_not_touched() {
        var request = StepRequests.toDo("echo");
        leave(request, "living-process", Instant.now().plusSeconds(60), 1);

        assertThat(outcomeOf(StepRequests.toDo("echo"))).isInstanceOf(StepOutcome.Succeeded.class);
        assertThat(worker.started(request)).isZero();
    }

    @Test
    void a_step_that_kills_its_processes_is_given_up() {
        var request = StepRequests.toDo("echo");
        try (var answers = TopicProbe.of(Topics.STEP_COMPLETED)) {
            leave(request, "dead-process", Instant.now().minusSeconds(1), 5);

            var completed =
                    records.data(answers.await(message -> isAbout(message.key(), request)), StepCompleted.class);
            assertThat(((StepOutcome.Failed) completed.outcome()).error().code())
                    .isEqualTo("step.gave-up");
            assertThat(worker.started(request)).isZero();
        }
    }

    @Test
    void an_unreadable_request_is_put_away_and_the_next_one_is_done() {
        var next = StepRequests.toDo("echo");
        try (var letters = TopicProbe.of(Topics.deadLetter(REQUESTS));
                var answers = TopicProbe.of(Topics.STEP_COMPLETED)) {
            kafka.send(REQUESTS, key(next), "no event".getBytes(StandardCharsets.UTF_8))
                    .join();
            kafka.send(records.record(REQUESTS, key(next), MessageTypes.STEP_REQUESTED, Map.of("attempt", 1)))
                    .join();
            request(next);

            answers.await(message -> isAbout(message.key(), next));
            var put = letters.await(2, message -> isAbout(message.key(), next));
            assertThat(put.getFirst().value()).isEqualTo("no event".getBytes(StandardCharsets.UTF_8));
            assertThat(put.getFirst().headers().lastHeader(DeadLetters.REASON)).isNotNull();
        }
    }

    private StepOutcome outcomeOf(StepRequested request) {
        try (var answers = TopicProbe.of(Topics.STEP_COMPLETED)) {
            request(request);
            var answer = answers.await(message -> isAbout(message.key(), request));
            return records.data(answer, StepCompleted.class).outcome();
        }
    }

    private void request(StepRequested request) {
        kafka.send(records.record(REQUESTS, key(request), MessageTypes.STEP_REQUESTED, request, "correlation-1"))
                .join();
    }

    private void cancel(StepRequested request) {
        var cancelled = new StepCancelled(request.executionId(), request.stepRunId());
        kafka.send(records.record(Topics.STEP_CANCELLED, key(request), MessageTypes.STEP_CANCELLED, cancelled))
                .join();
    }

    private void leave(StepRequested request, String owner, Instant until, int leases) {
        jdbc.sql("""
                insert into step_inbox (execution_id, step_run_id, attempt, pool, request, requested_at, received_at,
                                        due_at, lease_owner, lease_until, leases)
                values (:execution, :stepRun, :attempt, 'ai', :request::jsonb, now(), now(), now(), :owner, :until, :leases)""")
                .param("execution", request.executionId().value())
                .param("stepRun", request.stepRunId().toString())
                .param("attempt", request.attempt())
                .param("request", StoredJson.write(request))
                .param("owner", owner)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("leases", leases)
                .update();
    }

    private boolean isFinished(StepRequested request) {
        return jdbc.sql(
                        "select finished_at is not null from step_inbox where execution_id = :id and attempt = :attempt")
                .param("id", request.executionId().value())
                .param("attempt", request.attempt())
                .query(Boolean.class)
                .single();
    }

    private Instant leaseUntil(StepRequested request) {
        return jdbc.sql("select lease_until from step_inbox where execution_id = :id")
                .param("id", request.executionId().value())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static String key(StepRequested request) {
        return request.executionId().toString();
    }

    private static boolean isAbout(String key, StepRequested request) {
        return key(request).equals(key);
    }
}
