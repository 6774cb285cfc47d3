package com.automatrix.execution.execution;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.PauseExecution;
import com.automatrix.contracts.message.ExecutionCommand.ResumeExecution;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Origin;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.execution.history.ExecutionDetail;
import com.automatrix.execution.history.ExecutionResponse;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.persistence.ExecutionRow;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.trace.Correlation;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the engine's commands of what people ask for. */
@Component
class Commands {

    private final CloudEventRecords events;
    private final Ids ids;
    private final InstantSource clock;

    Commands(CloudEventRecords events, Ids ids, InstantSource clock) {
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    ExecutionId newExecutionId() {
        return new ExecutionId(ids.next());
    }

    StartExecution start(
            ExecutionId id, PublishedVersion version, @Nullable Object input, ExecutionService.Asked asked) {
        return new StartExecution(
                ids.next(),
                id,
                version.workflowId(),
                version.version(),
                input,
                asked.trigger(),
                Correlation.current(),
                asked.startedBy(),
                null,
                null,
                asked.request().priority());
    }

    /** The start of an execution that runs an earlier one again, with the same input. */
    StartExecution rerun(ExecutionId id, ExecutionDetail earlier, @Nullable String fromNode, CurrentUser user) {
        ExecutionResponse execution = earlier.execution();
        return new StartExecution(
                ids.next(),
                id,
                execution.workflowId(),
                execution.workflowVersion(),
                earlier.input(),
                TriggerRef.api(),
                execution.correlationId(),
                user.id().toString(),
                null,
                Origin.of(new Origin.Rerun(execution.id(), fromNode)),
                null);
    }

    PauseExecution pause(ExecutionId id, CurrentUser user) {
        return new PauseExecution(ids.next(), id, user.id().toString());
    }

    ResumeExecution resume(ExecutionId id, CurrentUser user) {
        return new ResumeExecution(ids.next(), id, user.id().toString());
    }

    CancelExecution cancel(ExecutionId id, @Nullable String reason, CurrentUser user) {
        return new CancelExecution(ids.next(), id, reason, user.id().toString());
    }

    /** The row of an execution that is to start. */
    ExecutionRow row(StartExecution start, PublishedVersion version, @Nullable String inputJson) {
        return new ExecutionRow(
                start.executionId().value(),
                start.workflowId().value(),
                version.version(),
                version.name(),
                start.trigger(),
                start.correlationId(),
                start.startedBy(),
                start.origin(),
                inputJson,
                clock.instant());
    }

    OutgoingRecord message(ExecutionCommand command) {
        return OutgoingRecord.of(events.record(
                Topics.EXECUTION_COMMANDS, command.aggregateKey(), MessageTypes.EXECUTION_COMMAND, command));
    }
}
