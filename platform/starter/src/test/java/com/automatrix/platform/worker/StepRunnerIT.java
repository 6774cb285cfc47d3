package com.automatrix.platform.worker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.StepCancelled;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.outbox.PromptOutbox;
import com.automatrix.platform.testapp.PlatformIT;
import com.automatrix.platform.testapp.SampleWorker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two processes of a pool of their own, side by side. */
@PlatformIT
class StepRunnerIT {

    private static final String POOL = "two-processes";
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Bulkheads.Room ROOM = new Bulkheads.Room(100, 100, Map.of());

    private final JdbcClient jdbc;
    private final PromptOutbox outbox;
    private final TransactionTemplate transaction;
    private final SampleWorker worker;
    private final CloudEventRecords records;
    private final StepInbox one;
    private final StepInbox two;

    @Autowired
    StepRunnerIT(
            JdbcClient jdbc,
            PromptOutbox outbox,
            PlatformTransactionManager transactions,
            SampleWorker worker,
            CloudEventRecords records) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.worker = worker;
        this.records = records;
        this.one = new StepInbox(jdbc, POOL, "one");
        this.two = new StepInbox(jdbc, POOL, "two");
    }

    @Test
    void two_processes_never_lease_the_same_attempt() {
        var request = take(StepRequests.toDo("echo"));

        assertThat(leased(one, NOW)).contains(AttemptKey.of(request));
        assertThat(leased(two, NOW.plusSeconds(9))).doesNotContain(AttemptKey.of(request));
    }

    @Test
    void the_result_of_a_lost_lease_is_dropped() {
        var request = take(StepRequests.toDo("echo"));
        var step = one.lease(ROOM, NOW, NOW.plusSeconds(10)).stream()
                .filter(leased -> leased.request().equals(request))
                .findFirst()
                .orElseThrow();
        assertThat(leased(two, NOW.plusSeconds(11))).contains(step.key());

        var late = new FinishedStep(step, completed(request), null);

        assertThat(one.extend(Set.of(step.key()), NOW.plusSeconds(30))).isEmpty();
        assertThat(one.finish(List.of(late), NOW)).isEmpty();
        assertThat(two.finish(List.of(late), NOW)).containsExactly(step.key());
    }

    @Test
    void nothing_is_stored_if_the_answer_cannot_be_written() {
        var request = take(StepRequests.toDo("echo"));
        var key = AttemptKey.of(request);
        leased(one, NOW);
        var step = leasedStep(request);
        PromptOutbox broken = new BrokenOutbox();
        var results = new StepResults(one, broken, transaction, records, InstantSource.fixed(NOW));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> results.store(List.of(new FinishedStep(step, completed(request), null))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(two.lease(ROOM, NOW.plusSeconds(60), NOW.plusSeconds(90)))
                .extracting(LeasedStep::key)
                .contains(key);
    }

    @Test
    void a_process_that_stops_gives_back_what_it_did_not_finish() {
        var request = take(StepRequests.toDo("block"));
        var runner = runner(Duration.ofMillis(50));
        runner.start();
        await().atMost(20, SECONDS).until(() -> worker.started(request) == 1);

        runner.stop();

        assertThat(worker.interrupted(request)).isEqualTo(1);
        assertThat(leased(two, Instant.now())).contains(AttemptKey.of(request));
    }

    @Test
    void a_process_that_stops_lets_running_steps_finish() {
        var request = take(StepRequests.toDo("echo"));
        var runner = runner(Duration.ofSeconds(5));
        runner.start();
        await().atMost(20, SECONDS).until(() -> worker.started(request) == 1);

        runner.stop();

        assertThat(leased(two, Instant.now().plusSeconds(3_600))).doesNotContain(AttemptKey.of(request));
    }

    @Test
    void a_step_taken_over_by_another_process_is_interrupted_here() {
        var request = take(StepRequests.toDo("block"));
        var runner = runner(Duration.ofMillis(50));
        runner.start();
        await().atMost(20, SECONDS).until(() -> worker.started(request) == 1);

        jdbc.sql(
                        "update step_inbox set lease_owner = 'thief', lease_until = now() + interval '1 hour' where execution_id = :id")
                .param("id", request.executionId().value())
                .update();

        await().atMost(20, SECONDS).until(() -> worker.interrupted(request) == 1);
        runner.stop();
    }

    @Test
    void finished_rows_are_forgotten_after_a_while() {
        var request = take(StepRequests.toDo("echo"));
        leased(one, NOW);
        one.finish(List.of(new FinishedStep(leasedStep(request), null, null)), NOW.minusSeconds(60));

        assertThat(one.forget(NOW.minusSeconds(61))).isZero();
        assertThat(one.forget(NOW)).isPositive();
        take(request);
    }

    @Test
    void a_request_begins_leased_as_long_as_there_is_room_and_is_taken_once() {
        var first = incoming(StepRequests.toDo("echo"), "sample");
        var second = incoming(StepRequests.toDo("echo"), "sample");

        var added = one.add(List.of(first, first, second), 2, NOW, NOW.plusSeconds(10));

        assertThat(added.leased()).extracting(LeasedStep::request).containsExactly(first.request());
        assertThat(added.waiting()).isEqualTo(1);
        assertThat(leased(two, NOW))
                .contains(AttemptKey.of(second.request()))
                .doesNotContain(AttemptKey.of(first.request()));
        assertThat(one.add(List.of(first, second), 2, NOW, NOW.plusSeconds(10)))
                .isEqualTo(new StepInbox.Added(List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource({"PT1M, PT5M", "PT1H, PT1H"})
    void an_attempt_that_is_put_off_is_leased_again_when_it_is_due_and_has_as_long_as_at_first(
            Duration first, Duration again) {
        var request = take(StepRequests.withDeadline(StepRequests.toDo("echo"), NOW.plus(first)));
        leased(one, NOW);
        var until = NOW.plus(Duration.ofHours(10));

        assertThat(one.finish(List.of(new FinishedStep(leasedStep(request), deferred(request, until), null)), NOW))
                .containsExactly(AttemptKey.of(request));

        assertThat(leased(two, until.minusSeconds(1))).doesNotContain(AttemptKey.of(request));
        var step = two.lease(ROOM, until, until.plusSeconds(10)).stream()
                .filter(found -> found.request().equals(request))
                .findFirst()
                .orElseThrow();
        assertThat(step.leases()).isEqualTo(1);
        assertThat(step.deadline()).isEqualTo(until.plus(again));
    }

    @Test
    void an_attempt_that_is_put_off_is_run_again_once_it_is_woken() {
        var request = take(StepRequests.toDo("echo"));
        leased(one, NOW);
        one.finish(
                List.of(new FinishedStep(leasedStep(request), deferred(request, NOW.plus(Duration.ofHours(10))), null)),
                NOW);

        two.wake(request.executionId().value(), request.stepRunId().toString(), NOW.plusSeconds(1));

        assertThat(leased(two, NOW.plusSeconds(1))).contains(AttemptKey.of(request));
    }

    @Test
    void an_attempt_that_is_woken_while_it_runs_is_run_again_instead_of_being_put_off() {
        var request = take(StepRequests.toDo("echo"));
        leased(one, NOW);

        two.wake(request.executionId().value(), request.stepRunId().toString(), NOW);
        one.finish(
                List.of(new FinishedStep(leasedStep(request), deferred(request, NOW.plus(Duration.ofHours(10))), null)),
                NOW);

        assertThat(leased(two, NOW)).contains(AttemptKey.of(request));
    }

    @Test
    void an_attempt_that_is_cancelled_while_it_is_put_off_is_not_run_again() {
        var request = take(StepRequests.toDo("echo"));
        leased(one, NOW);
        var until = NOW.plus(Duration.ofHours(10));
        one.finish(List.of(new FinishedStep(leasedStep(request), deferred(request, until), null)), NOW);

        two.cancel(new StepCancelled(request.executionId(), request.stepRunId()), NOW.plusSeconds(1));

        assertThat(leased(two, until)).doesNotContain(AttemptKey.of(request));
    }

    @Test
    void a_slow_bulkhead_leaves_room_for_others() {
        var slow = Stream.generate(() -> StepRequests.toDo("block")).limit(20).toList();
        var quick = StepRequests.toDo("echo");
        var runner = runner("slow-and-quick", Duration.ofMillis(50));
        runner.start();

        runner.take(slow.stream().map(request -> incoming(request, "slow")).toList());
        await().atMost(20, SECONDS).until(() -> slow.stream().anyMatch(request -> worker.started(request) == 1));
        runner.take(List.of(incoming(quick, "quick")));

        await().atMost(20, SECONDS).until(() -> worker.started(quick) == 1);
        runner.stop();
        assertThat(slow.stream().filter(request -> worker.started(request) > 0)).hasSize(4);
    }

    @Test
    void what_waits_for_its_bulkhead_is_run_when_others_of_it_have_ended() {
        var steps = Stream.generate(() -> StepRequests.toDo("echo")).limit(50).toList();
        var runner = runner("one-bulkhead", Duration.ofMillis(50));
        runner.start();

        runner.take(steps.stream().map(request -> incoming(request, "one")).toList());

        await().atMost(20, SECONDS).until(() -> steps.stream().allMatch(request -> worker.started(request) == 1));
        runner.stop();
    }

    @Test
    void who_has_the_fewest_steps_running_is_leased_first() {
        var inbox = new StepInbox(jdbc, "fair", "one");
        var slow = Stream.generate(() -> StepRequests.toDo("echo")).limit(10).toList();
        var quick = Stream.generate(() -> StepRequests.toDo("echo")).limit(2).toList();
        inbox.add(slow.stream().map(request -> incoming(request, "slow")).toList(), 0, NOW, NOW);
        inbox.add(
                quick.stream().map(request -> incoming(request, "quick")).toList(),
                0,
                NOW.plusSeconds(1),
                NOW.plusSeconds(1));
        var now = NOW.plusSeconds(2);

        assertThat(inbox.lease(new Bulkheads.Room(9, 4, Map.of("slow", 4, "quick", 3)), now, now.plusSeconds(1)))
                .extracting(LeasedStep::bulkhead)
                .containsExactly("quick");
        assertThat(inbox.lease(new Bulkheads.Room(3, 4, Map.of("slow", 1)), now, now.plusSeconds(1)))
                .extracting(LeasedStep::bulkhead)
                .containsExactlyInAnyOrder("quick", "slow", "slow");
        assertThat(inbox.lease(new Bulkheads.Room(9, 4, Map.of()), now, now.plusSeconds(1)))
                .hasSize(4);
    }

    private StepRequested take(StepRequested request) {
        var added = one.add(List.of(incoming(request, "sample")), 0, NOW, NOW);
        assertThat(added).isEqualTo(new StepInbox.Added(List.of(), 1));
        return request;
    }

    private static IncomingStep incoming(StepRequested request, String bulkhead) {
        return new IncomingStep(request, bulkhead, null, NOW);
    }

    private static List<AttemptKey> leased(StepInbox inbox, Instant now) {
        return inbox.lease(ROOM, now, now.plusSeconds(10)).stream()
                .map(LeasedStep::key)
                .toList();
    }

    private static LeasedStep leasedStep(StepRequested request) {
        return new LeasedStep(request, "sample", null, NOW, 1, request.deadline());
    }

    private static StepCompleted completed(StepRequested request) {
        return completed(request, new StepOutcome.Succeeded(null, null));
    }

    private static StepCompleted deferred(StepRequested request, Instant until) {
        return completed(request, new StepOutcome.Running(until, "It is night."));
    }

    private static StepCompleted completed(StepRequested request, StepOutcome outcome) {
        return new StepCompleted(
                request.executionId(), request.stepRunId(), request.attempt(), outcome, NOW, NOW, "one", null);
    }

    private StepRunner runner(Duration grace) {
        return runner(POOL, grace);
    }

    private StepRunner runner(String pool, Duration grace) {
        return new TestRunners(outbox, transaction, records)
                .of("three", new StepInbox(jdbc, pool, "three"), worker, grace);
    }

    private static final class BrokenOutbox implements PromptOutbox {

        @Override
        public Stored append(List<ProducerRecord<String, byte[]>> messages) {
            throw new IllegalStateException("no room");
        }

        @Override
        public void send(Stored stored) {}

        @Override
        public void removeArrived() {}
    }
}
