package com.automatrix.execution.inbox;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Origin;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.engine.EarlierStep;
import com.automatrix.execution.engine.ExecutionState;
import com.automatrix.execution.engine.Input;
import com.automatrix.execution.engine.TimerKind;
import com.automatrix.execution.inbox.Batch.Touched;
import com.automatrix.execution.inbox.BatchApplier.Loaded;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.messaging.Publication;
import com.automatrix.execution.messaging.RecordPublisher;
import com.automatrix.execution.persistence.AggregateKey;
import com.automatrix.execution.persistence.KnownExecution;
import com.automatrix.execution.persistence.OwnedPartition;
import com.automatrix.execution.task.TaskStore;
import com.automatrix.execution.timer.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a list of intakes through load, decision, commit and publication. The broker's acknowledgement is waited for
 * only before the next commit, so that it comes in while the next batch is decided.
 */
@Component
final class UnitOfWork {

    private final BatchApplier applier;
    private final BatchCommit commit;
    private final InboxStores stores;
    private final RecordPublisher publisher;
    private final Holdings holdings;
    private final InstantSource clock;

    private @Nullable Publication publication;
    private List<UUID> publishing = List.of();
    private final List<UUID> acknowledged = new ArrayList<>();

    UnitOfWork(
            BatchApplier applier,
            BatchCommit commit,
            InboxStores stores,
            RecordPublisher publisher,
            Holdings holdings,
            InstantSource clock) {
        this.applier = applier;
        this.commit = commit;
        this.stores = stores;
        this.publisher = publisher;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** Does all of it or nothing. */
    void run(List<? extends Intake> intakes) {
        long began = System.nanoTime();
        Batch batch = new Batch(clock.instant(), aggregates(intakes));
        Loaded loaded = load(intakes);
        for (Intake intake : intakes) {
            applier.apply(intake, batch, loaded);
            advance(intake, batch);
        }
        commit(batch);
        holdings.metrics().committed(batch, intakes.size(), Duration.ofNanos(System.nanoTime() - began));
    }

    /** Ends the execution of an intake that makes every batch fail, and passes the intake. */
    void giveUp(Intake culprit, String reason) {
        Batch batch = new Batch(clock.instant(), Aggregates.none());
        Loaded loaded = load(List.of(culprit));
        applier.fail(culprit, reason, batch, loaded);
        advance(culprit, batch);
        commit(batch);
        holdings.metrics().committed(batch, 1, Duration.ZERO);
    }

    /** Passes an intake without any effect. */
    void skip(Intake culprit) {
        Batch batch = new Batch(clock.instant(), Aggregates.none());
        if (culprit instanceof Intake.Due(Timer timer)) {
            batch.clear(timer.id());
        }
        advance(culprit, batch);
        commit(batch);
    }

    /** Waits until the broker has what is committed, and removes that: when there is nothing to do, or at the end. */
    void tidy() {
        if (!publishing.isEmpty() || !acknowledged.isEmpty()) {
            awaitPublication();
            stores.outbox().delete(acknowledged);
            acknowledged.clear();
        }
    }

    private Loaded load(List<? extends Intake> intakes) {
        Set<UUID> missing = new LinkedHashSet<>();
        for (Intake intake : intakes) {
            UUID id = executionOf(intake);
            if (id != null && holdings.cache().get(id) == null) {
                missing.add(id);
            }
        }
        Map<UUID, KnownExecution> stored = new HashMap<>();
        Map<UUID, ExecutionState> live = new HashMap<>();
        for (KnownExecution known : stores.states().load(missing)) {
            stored.put(known.id(), known);
            byte[] state = known.state();
            if (state != null) {
                live.put(known.id(), ContractJson.events().readValue(state, ExecutionState.class));
            }
        }
        return new Loaded(holdings.cache(), stored, live, earlierSteps(intakes), decided(intakes));
    }

    /** The step runs whose wait comes to its end, but about whose task somebody has decided. */
    private Set<TaskStore.Asked> decided(List<? extends Intake> intakes) {
        List<TaskStore.Asked> ending = new ArrayList<>();
        for (Intake intake : intakes) {
            if (intake instanceof Intake.Due(Timer timer)) {
                StepRunId step = timer.id().key().step();
                if (step != null && timer.id().key().kind() == TimerKind.WAIT) {
                    ending.add(new TaskStore.Asked(timer.id().executionId(), step));
                }
            }
        }
        return stores.tasks().decided(ending);
    }

    private Map<ExecutionId, List<EarlierStep>> earlierSteps(List<? extends Intake> intakes) {
        Map<ExecutionId, List<EarlierStep>> earlier = new HashMap<>();
        for (Intake intake : intakes) {
            Origin origin = intake instanceof Intake.Received received && received.input() instanceof Input.Start start
                    ? start.command().origin()
                    : null;
            Origin.Rerun rerun = origin == null ? null : origin.rerun();
            if (rerun != null && rerun.fromNode() != null) {
                earlier.computeIfAbsent(rerun.executionId(), stores.earlierSteps()::of);
            }
        }
        return earlier;
    }

    private Aggregates aggregates(List<? extends Intake> intakes) {
        Set<AggregateKey> keys = new LinkedHashSet<>();
        for (Intake intake : intakes) {
            AggregateKey key = Aggregates.keyOf(intake);
            if (key != null) {
                keys.add(key);
            }
        }
        return new Aggregates(stores.aggregates().load(keys));
    }

    static @Nullable UUID executionOf(Intake intake) {
        return switch (intake) {
            case Intake.Received received -> received.executionId().value();
            case Intake.Due(Timer timer) -> timer.id().executionId();
            case Intake.ForGate _, Intake.ForCorrelation _, Intake.Misplaced _, Intake.Skipped _ -> null;
        };
    }

    private void advance(Intake intake, Batch batch) {
        OwnedPartition owner = batch.owners.getOrDefault(
                intake.partition(), holdings.partitions().get(intake.partition()));
        if (intake instanceof Intake.Read read) {
            long next = read.message().offset() + 1;
            owner = read.message().topic().equals(Topics.EXECUTION_COMMANDS)
                    ? owner.withCommandsOffset(next)
                    : owner.withCompletedOffset(next);
        }
        batch.owners.put(intake.partition(), owner);
    }

    private void commit(Batch batch) {
        awaitPublication();
        List<OutboxBatch> outgoing = commit.commit(batch, acknowledged);
        acknowledged.clear();
        publish(outgoing);
        holdings.partitions().committed(batch.owners.values());
        batch.timersCleared.forEach(holdings.timers()::clear);
        batch.timersSet.values().forEach(holdings.timers()::set);
        batch.live().forEach(touched -> holdings.cache().put(touched.partition, touched.state));
        for (Touched touched : batch.ended()) {
            holdings.cache().remove(touched.state.id().value());
            holdings.timers().clearAllOf(touched.state.id().value());
        }
    }

    private void publish(List<OutboxBatch> outgoing) {
        List<OutgoingRecord> records = new ArrayList<>();
        outgoing.forEach(batch -> records.addAll(batch.records()));
        publication = publisher.send(records);
        publishing = outgoing.stream().map(OutboxBatch::id).toList();
    }

    /** Until the broker has the last batch, no later one may be committed. */
    private void awaitPublication() {
        try {
            Publication earlier = publication;
            if (earlier != null) {
                earlier.await();
            }
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
        acknowledged.addAll(publishing);
        publication = null;
        publishing = List.of();
    }
}
