package com.automatrix.execution.execution;

import com.automatrix.execution.execution.IdempotencyKeys.Claim;
import com.automatrix.execution.messaging.CommandOutbox;
import com.automatrix.execution.messaging.Halving;
import com.automatrix.execution.messaging.LoopThread;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.persistence.ExecutionRow;
import com.automatrix.execution.persistence.HistoryWriter;
import com.automatrix.platform.problem.RateLimited;
import com.automatrix.platform.problem.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Collects the commands of concurrent requests into one transaction: each is durable when its request is answered, and
 * a hundred of them cost one commit. A lone one is committed at once.
 */
@Component
class CommandIntake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CommandIntake.class);
    private static final int LARGEST_GROUP = 500;
    private static final long IDLE_MILLIS = 200;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final HistoryWriter history;
    private final IdempotencyKeys keys;
    private final CommandOutbox outbox;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final int limit;
    private final BlockingQueue<Entry> waiting;
    private final LoopThread thread = new LoopThread("command-intake", this::collect);
    private volatile boolean running;

    CommandIntake(
            ExecutionProperties properties,
            HistoryWriter history,
            IdempotencyKeys keys,
            CommandOutbox outbox,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.history = history;
        this.keys = keys;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.limit = properties.maxWaiting();
        this.waiting = new LinkedBlockingQueue<>(limit);
    }

    /**
     * A command with what its transaction has to write besides.
     *
     * @param row the execution that it starts; null for other commands
     */
    record Entry(
            OutgoingRecord command,
            @Nullable ExecutionRow row,
            @Nullable Claim claim,
            CompletableFuture<@Nullable Claim> answer) {

        static Entry start(OutgoingRecord command, ExecutionRow row, @Nullable Claim claim) {
            return new Entry(command, row, claim, new CompletableFuture<>());
        }

        static Entry command(OutgoingRecord command) {
            return new Entry(command, null, null, new CompletableFuture<>());
        }
    }

    /**
     * Returns when the command is durable.
     *
     * @return the claim that counts, which may be an earlier request's; null without an idempotency key
     */
    @Nullable
    Claim submit(Entry entry) {
        offer(entry);
        return entry.answer.join();
    }

    /** Returns when all are durable. */
    void submitAll(List<Entry> entries) {
        entries.forEach(this::offer);
        entries.forEach(entry -> entry.answer.join());
    }

    private void offer(Entry entry) {
        if (!waiting.offer(entry)) {
            throw new RateLimited(
                    "execution.too-many-starts",
                    "Expected fewer than %d starts to wait for their commit.".formatted(limit),
                    RETRY_AFTER);
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void collect() throws InterruptedException {
        List<Entry> group = new ArrayList<>(LARGEST_GROUP);
        while (!thread.isStopping() || !waiting.isEmpty()) {
            Entry first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                group.add(first);
                waiting.drainTo(group, LARGEST_GROUP - 1);
                commit(List.copyOf(group));
                group.clear();
            }
        }
    }

    private void commit(List<Entry> group) {
        try {
            Halving.process(
                    group, this::commitAll, (culprit, failure) -> culprit.answer.completeExceptionally(failure));
        } catch (RuntimeException failure) {
            log.warn("commands not stored count={} because={}", group.size(), failure.getMessage());
            Unavailable unavailable = new Unavailable(
                    "execution.not-stored", "Expected the database to take it, but it did not.", RETRY_AFTER, failure);
            group.forEach(entry -> entry.answer.completeExceptionally(unavailable));
        }
    }

    private void commitAll(List<Entry> group) {
        Map<IdempotencyKeys.Key, Claim> valid = new HashMap<>();
        OutboxBatch batch = transaction.execute(status -> {
            valid.putAll(keys.claim(claims(group), clock.instant()));
            return store(group.stream().filter(entry -> counts(entry, valid)).toList());
        });
        if (batch != null) {
            outbox.send(batch);
        }
        for (Entry entry : group) {
            Claim claim = entry.claim;
            entry.answer.complete(claim == null ? null : valid.get(claim.key()));
        }
    }

    private @Nullable OutboxBatch store(List<Entry> effective) {
        List<ExecutionRow> rows = new ArrayList<>();
        List<OutgoingRecord> commands = new ArrayList<>();
        for (Entry entry : effective) {
            commands.add(entry.command);
            if (entry.row != null) {
                rows.add(entry.row);
            }
        }
        history.insertPending(rows);
        return commands.isEmpty() ? null : outbox.append(commands);
    }

    private static List<Claim> claims(List<Entry> group) {
        List<Claim> claims = new ArrayList<>();
        for (Entry entry : group) {
            if (entry.claim != null) {
                claims.add(entry.claim);
            }
        }
        return claims;
    }

    /** A request whose key another one has claimed changes nothing. */
    private static boolean counts(Entry entry, Map<IdempotencyKeys.Key, Claim> valid) {
        return entry.claim == null || entry.claim.equals(valid.get(entry.claim.key()));
    }
}
