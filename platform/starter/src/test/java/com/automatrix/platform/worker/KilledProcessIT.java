package com.automatrix.platform.worker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.outbox.PromptOutbox;
import com.automatrix.platform.testapp.PlatformIT;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A thousand slow steps, and a process that is killed half-way: its database does not know it any more. */
@PlatformIT
class KilledProcessIT {

    private static final String POOL = "killed";
    private static final int STEPS = 1_000;

    private final HikariDataSource database;
    private final TestRunners runners;
    private final Ledger ledger = new Ledger();

    @Autowired
    KilledProcessIT(
            HikariDataSource database,
            PromptOutbox outbox,
            PlatformTransactionManager transactions,
            CloudEventRecords records) {
        this.database = database;
        this.runners = new TestRunners(outbox, new TransactionTemplate(transactions), records);
    }

    @Test
    void each_step_is_done_and_none_by_two_at_once() {
        var steps = Stream.generate(() -> StepRequests.toDo("wait"))
                .limit(STEPS)
                .map(request -> new IncomingStep(
                        request, "slow", null, InstantSource.system().instant()))
                .toList();
        var jdbc = JdbcClient.create(database);
        var survivor = runner("survivor", jdbc);
        StepRunner victim;
        try (var lifeline = new HikariDataSource(copyOf(database))) {
            victim = runner("victim", JdbcClient.create(lifeline));
            victim.start();
            survivor.start();
            victim.take(steps.subList(0, STEPS / 2));
            survivor.take(steps.subList(STEPS / 2, STEPS));
            await().atMost(60, SECONDS).until(() -> ledger.begun() > STEPS / 2 && ledger.diesAtWork("victim"));
        }

        await().atMost(60, SECONDS).until(() -> finished(jdbc) == STEPS);
        victim.stop();
        survivor.stop();
        assertThat(ledger.atOnce).isEmpty();
        assertThat(ledger.begun()).isGreaterThan(STEPS);
    }

    private static HikariConfig copyOf(HikariDataSource database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.getJdbcUrl());
        config.setUsername(database.getUsername());
        config.setPassword(database.getPassword());
        config.setMaximumPoolSize(4);
        return config;
    }

    private static int finished(JdbcClient jdbc) {
        return jdbc.sql("select count(*)::int from step_inbox where pool = :pool and result is not null")
                .param("pool", POOL)
                .query(Integer.class)
                .single();
    }

    private StepRunner runner(String process, JdbcClient jdbc) {
        var inbox = new StepInbox(jdbc, POOL, process);
        return runners.of(process, inbox, new SlowWorker(process), Duration.ofMillis(50));
    }

    /** Who works on what, over all processes. A dead one begins nothing and ends nothing. */
    private static final class Ledger {

        private final Map<AttemptKey, String> active = new HashMap<>();
        private final Set<String> dead = new HashSet<>();
        private final Set<AttemptKey> atOnce = new HashSet<>();
        private int begun;

        synchronized void begin(String process, AttemptKey step) {
            if (dead.contains(process)) {
                return;
            }
            begun++;
            var other = active.put(step, process);
            if (other != null && !dead.contains(other)) {
                atOnce.add(step);
            }
        }

        synchronized boolean end(String process, AttemptKey step) {
            if (dead.contains(process)) {
                return false;
            }
            active.remove(step, process);
            return true;
        }

        synchronized boolean diesAtWork(String process) {
            return active.containsValue(process) && dead.add(process);
        }

        synchronized int begun() {
            return begun;
        }
    }

    private final class SlowWorker implements StepWorker {

        private final String process;

        private SlowWorker(String process) {
            this.process = process;
        }

        @Override
        public String type() {
            return "sample";
        }

        @Override
        public StepResult execute(StepRequested request) throws InterruptedException {
            var step = AttemptKey.of(request);
            ledger.begin(process, step);
            // What makes it slow.
            Thread.sleep(20);
            if (!ledger.end(process, step)) {
                new CountDownLatch(1).await();
            }
            return StepResult.success(process);
        }
    }
}
