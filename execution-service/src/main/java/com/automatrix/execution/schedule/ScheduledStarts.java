package com.automatrix.execution.schedule;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Priority;
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
import com.automatrix.platform.trace.Correlation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The executions that schedules start: a pending one and its start for each planned time. */
@Component
class ScheduledStarts {

    static final String PLANNED_AT = "plannedAt";

    private final HistoryWriter history;
    private final CommandOutbox outbox;
    private final CloudEventRecords events;
    private final Ids ids;

    ScheduledStarts(HistoryWriter history, CommandOutbox outbox, CloudEventRecords events, Ids ids) {
        this.history = history;
        this.outbox = outbox;
        this.events = events;
        this.ids = ids;
    }

    /** One execution to be started. */
    record Start(Schedule schedule, Instant plannedAt, ExecutionId executionId, Priority priority) {}

    Start start(Schedule schedule, Instant plannedAt, Priority priority) {
        return new Start(schedule, plannedAt, new ExecutionId(ids.next()), priority);
    }

    /** Inside the caller's transaction; null if nothing starts. */
    @Nullable
    OutboxBatch append(List<Start> starts, Instant now) {
        List<ExecutionRow> executions = new ArrayList<>();
        List<OutgoingRecord> commands = new ArrayList<>();
        for (Start start : starts) {
            StartExecution command = command(start);
            executions.add(row(start, command, now));
            commands.add(OutgoingRecord.of(events.record(
                    Topics.EXECUTION_COMMANDS,
                    command.aggregateKey(),
                    MessageTypes.EXECUTION_COMMAND,
                    command,
                    command.correlationId())));
        }
        history.insertPending(executions);
        return commands.isEmpty() ? null : outbox.append(commands);
    }

    /** After the commit. */
    void send(OutboxBatch batch) {
        outbox.send(batch);
    }

    private StartExecution command(Start start) {
        Schedule schedule = start.schedule();
        return new StartExecution(
                ids.next(),
                start.executionId(),
                schedule.workflowId(),
                schedule.version(),
                input(schedule.trigger().input(), start.plannedAt()),
                new TriggerRef(TriggerKind.SCHEDULE, schedule.trigger().id(), null, null),
                Correlation.fresh(),
                null,
                null,
                null,
                start.priority());
    }

    /** The trigger's own input; an object also says for which time it was started. */
    private static @Nullable Object input(@Nullable Object written, Instant plannedAt) {
        if (written != null && !(written instanceof Map)) {
            return written;
        }
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        if (written instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> input.put(String.valueOf(name), value));
        }
        input.putIfAbsent(PLANNED_AT, plannedAt.toString());
        return input;
    }

    private static ExecutionRow row(Start start, StartExecution command, Instant now) {
        return new ExecutionRow(
                command.executionId().value(),
                command.workflowId().value(),
                start.schedule().version(),
                start.schedule().workflowName(),
                command.trigger(),
                command.correlationId(),
                null,
                null,
                JsonText.write(command.input()),
                now);
    }
}
