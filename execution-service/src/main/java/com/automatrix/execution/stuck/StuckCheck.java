package com.automatrix.execution.stuck;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.ExecutionCommand.ReviveExecution;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.messaging.CommandOutbox;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.persistence.PartitionOwners;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.time.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of executions that wait for nothing, once each, and has their owner set again what they wait for. An execution is
 * told of when it is found again after everything that was on its way when it was found first has arrived.
 */
@Component
class StuckCheck {

    private static final Logger log = LoggerFactory.getLogger(StuckCheck.class);

    private final StuckSearch search;
    private final PartitionOwners owners;
    private final StuckExecutions table;
    private final Revival revival;
    private final TransactionTemplate transaction;
    private final StuckProperties properties;
    private final InstantSource clock;
    private final Map<ExecutionId, Instant> suspectedAt = new HashMap<>();

    StuckCheck(
            StuckSearch search,
            PartitionOwners owners,
            StuckExecutions table,
            Revival revival,
            TransactionTemplate transaction,
            StuckProperties properties,
            InstantSource clock) {
        this.search = search;
        this.owners = owners;
        this.table = table;
        this.revival = revival;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** Runs on one replica at a time; one that takes over suspects nobody yet. */
    synchronized void run() {
        Instant now = clock.instant();
        // What is still on its way to an execution may be all that it waits for.
        Instant caughtUp = owners.caughtUp();
        List<Stuck> found = confirmed(search.unchangedSince(caughtUp.minus(properties.after())), caughtUp, now);
        if (found.isEmpty() && table.count() == 0) {
            return;
        }
        List<ExecutionId> isNew = transaction.execute(status -> table.replace(found, now));
        for (Stuck stuck : found) {
            if (isNew.contains(stuck.id())) {
                log.warn("execution is stuck execution={} because={}", stuck.id(), stuck.because());
            }
        }
        revival.of(found);
    }

    private List<Stuck> confirmed(List<Stuck> suspects, Instant caughtUp, Instant now) {
        suspectedAt.keySet().retainAll(suspects.stream().map(Stuck::id).collect(Collectors.toSet()));
        suspects.forEach(suspect -> suspectedAt.putIfAbsent(suspect.id(), now));
        return suspects.stream()
                .filter(suspect ->
                        Objects.requireNonNull(suspectedAt.get(suspect.id())).isBefore(caughtUp))
                .toList();
    }

    /** Asks through the engine's own inbox, so that only the owner of an execution changes it. */
    @Component
    static class Revival {

        private final CommandOutbox outbox;
        private final CloudEventRecords events;
        private final Ids ids;
        private final TransactionTemplate transaction;

        Revival(CommandOutbox outbox, CloudEventRecords events, Ids ids, TransactionTemplate transaction) {
            this.outbox = outbox;
            this.events = events;
            this.ids = ids;
            this.transaction = transaction;
        }

        void of(List<Stuck> found) {
            if (found.isEmpty()) {
                return;
            }
            List<OutgoingRecord> commands =
                    found.stream().map(stuck -> revive(stuck.id())).toList();
            OutboxBatch batch = transaction.execute(status -> outbox.append(commands));
            outbox.send(batch);
        }

        private OutgoingRecord revive(ExecutionId id) {
            ReviveExecution command = new ReviveExecution(ids.next(), id);
            return OutgoingRecord.of(events.record(
                    Topics.EXECUTION_COMMANDS,
                    command.aggregateKey(),
                    MessageTypes.EXECUTION_COMMAND,
                    command,
                    command.commandId().toString()));
        }
    }
}
