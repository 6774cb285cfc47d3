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
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of executions that wait for nothing, once each, and has their owner set again what they wait for. */
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

    void run() {
        Instant now = clock.instant();
        // What is still on its way to an execution may be all that it waits for.
        List<Stuck> found = search.unchangedSince(owners.caughtUp().minus(properties.after()));
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
