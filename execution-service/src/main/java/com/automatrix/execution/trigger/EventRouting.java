package com.automatrix.execution.trigger;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.TriggerKind;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.execution.messaging.CommandOutbox;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.persistence.ExecutionRow;
import com.automatrix.execution.persistence.HistoryWriter;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.execution.trigger.EventReceipts.Receipt;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.time.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts executions for a batch of events: the receipts, the pending executions and their starts in one transaction. */
@Component
class EventRouting {

    private final TriggerMatcher matcher;
    private final EventReceipts receipts;
    private final HistoryWriter history;
    private final CommandOutbox outbox;
    private final CloudEventRecords events;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final InstantSource clock;
    private final MeterRegistry meters;

    EventRouting(
            TriggerMatcher matcher,
            EventReceipts receipts,
            HistoryWriter history,
            CommandOutbox outbox,
            CloudEventRecords events,
            TransactionTemplate transaction,
            Ids ids,
            InstantSource clock,
            MeterRegistry meters) {
        this.matcher = matcher;
        this.receipts = receipts;
        this.history = history;
        this.outbox = outbox;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    void route(List<IncomingEvent> incoming) {
        Instant now = clock.instant();
        Map<Receipt, IncomingEvent> distinct = new LinkedHashMap<>();
        incoming.forEach(event -> distinct.putIfAbsent(Receipt.of(event.event()), event));

        OutboxBatch starts = transaction.execute(status -> {
            Set<Receipt> fresh = receipts.note(distinct.keySet(), now);
            count("duplicate", incoming.size() - fresh.size());
            return start(
                    distinct.entrySet().stream()
                            .filter(event -> fresh.contains(event.getKey()))
                            .map(Map.Entry::getValue)
                            .toList(),
                    now);
        });

        if (starts != null) {
            outbox.send(starts);
        }
    }

    private @Nullable OutboxBatch start(List<IncomingEvent> fresh, Instant now) {
        List<ExecutionRow> executions = new ArrayList<>();
        List<OutgoingRecord> commands = new ArrayList<>();
        for (IncomingEvent event : fresh) {
            List<ActiveTrigger> triggers = matcher.match(event, now);
            count(triggers.isEmpty() ? "unmatched" : "matched", 1);
            for (ActiveTrigger trigger : triggers) {
                StartExecution command = command(trigger, event);
                executions.add(row(trigger, command, now));
                commands.add(OutgoingRecord.of(events.record(
                        Topics.EXECUTION_COMMANDS,
                        command.aggregateKey(),
                        MessageTypes.EXECUTION_COMMAND,
                        command,
                        event.correlationId())));
            }
        }
        history.insertPending(executions);
        return commands.isEmpty() ? null : outbox.append(commands);
    }

    private StartExecution command(ActiveTrigger trigger, IncomingEvent event) {
        return new StartExecution(
                ids.next(),
                new ExecutionId(ids.next()),
                trigger.workflowId(),
                trigger.version(),
                event.data(),
                new TriggerRef(
                        TriggerKind.EVENT,
                        trigger.triggerId(),
                        event.event().id(),
                        event.event().type()),
                event.correlationId(),
                null,
                event.event());
    }

    private static ExecutionRow row(ActiveTrigger trigger, StartExecution command, Instant now) {
        return new ExecutionRow(
                command.executionId().value(),
                command.workflowId().value(),
                trigger.version(),
                trigger.workflowName(),
                command.trigger(),
                command.correlationId(),
                null,
                JsonText.write(command.input()),
                now);
    }

    private void count(String outcome, int events) {
        meters.counter("automatrix.events", "outcome", outcome).increment(events);
    }
}
