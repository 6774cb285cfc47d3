package com.automatrix.execution.trigger;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.ExecutionCommand;
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
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.time.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What events cause: a pending execution and a start for each trigger that an event matches, and an arrival wherever
 * somebody may wait for it.
 */
@Component
class TriggeredStarts {

    private final HistoryWriter history;
    private final Arrivals arrivals;
    private final CommandOutbox outbox;
    private final CloudEventRecords events;
    private final Ids ids;

    TriggeredStarts(HistoryWriter history, Arrivals arrivals, CommandOutbox outbox, CloudEventRecords events, Ids ids) {
        this.history = history;
        this.arrivals = arrivals;
        this.outbox = outbox;
        this.events = events;
        this.ids = ids;
    }

    /** Inside the caller's transaction; null if nothing starts and nobody may wait. */
    @Nullable
    OutboxBatch append(Map<IncomingEvent, List<ActiveTrigger>> matches, Instant now) {
        List<ExecutionRow> executions = new ArrayList<>();
        List<OutgoingRecord> commands = new ArrayList<>();
        matches.forEach((event, triggers) -> triggers.forEach(trigger -> {
            StartExecution command = command(trigger, event);
            executions.add(row(trigger, command, now));
            commands.add(message(command, event));
        }));
        matches.keySet()
                .forEach(event -> arrivals.of(event, now).forEach(arrived -> commands.add(message(arrived, event))));
        history.insertPending(executions);
        return commands.isEmpty() ? null : outbox.append(commands);
    }

    /** After the commit. */
    void send(OutboxBatch batch) {
        outbox.send(batch);
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
                event.event(),
                null,
                null);
    }

    private OutgoingRecord message(ExecutionCommand command, IncomingEvent event) {
        return OutgoingRecord.of(events.record(
                Topics.EXECUTION_COMMANDS,
                command.aggregateKey(),
                MessageTypes.EXECUTION_COMMAND,
                command,
                event.correlationId()));
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
                null,
                JsonText.write(command.input()),
                now);
    }
}
