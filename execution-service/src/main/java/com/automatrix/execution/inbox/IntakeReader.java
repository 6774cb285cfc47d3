package com.automatrix.execution.inbox;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.AdmitExecution;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.EventArrived;
import com.automatrix.contracts.message.ExecutionCommand.MoveExecution;
import com.automatrix.contracts.message.ExecutionCommand.PauseExecution;
import com.automatrix.contracts.message.ExecutionCommand.ResumeExecution;
import com.automatrix.contracts.message.ExecutionCommand.ReviveExecution;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionCommand.ToCorrelation;
import com.automatrix.contracts.message.ExecutionCommand.ToGate;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.ToolCall;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.engine.Input;
import com.automatrix.execution.messaging.CleanText;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.messaging.UnreadableRecord;
import com.automatrix.platform.trace.Correlation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes inputs of inbox records; what cannot be read goes to the dead-letter topic at once. */
@Component
class IntakeReader {

    private final CloudEventRecords events;
    private final DeadLetters deadLetters;

    IntakeReader(CloudEventRecords events, DeadLetters deadLetters) {
        this.events = events;
        this.deadLetters = deadLetters;
    }

    Intake read(ConsumerRecord<String, byte[]> message, Partitioning partitioning) {
        try {
            Intake.Keyed keyed =
                    message.topic().equals(Topics.EXECUTION_COMMANDS) ? command(message) : completed(message);
            String key = keyed.aggregateKey();
            return partitioning.of(key) == message.partition() ? keyed : misplaced(message, key);
        } catch (UnreadableRecord unreadable) {
            deadLetters.send(message, unreadable.reason());
            return new Intake.Skipped(message);
        }
    }

    /** What the record belongs to; a new id if it does not say so, or nothing was read. */
    String correlationId(Intake intake) {
        return intake instanceof Intake.Keyed keyed
                ? events.correlationId(keyed.message()).orElseGet(Correlation::fresh)
                : Correlation.fresh();
    }

    /** Puts away what was read but cannot be processed. */
    void putAway(Intake intake, String reason) {
        if (intake instanceof Intake.Keyed keyed) {
            deadLetters.send(keyed.message(), reason);
        }
    }

    private Intake.Keyed command(ConsumerRecord<String, byte[]> message) {
        ExecutionCommand command = events.data(message, ExecutionCommand.class);
        return switch (command) {
            case StartExecution start -> received(message, start.executionId(), new Input.Start(clean(start)));
            case CancelExecution cancel -> received(message, cancel.executionId(), new Input.Cancel(clean(cancel)));
            case AdmitExecution admit -> received(message, admit.executionId(), new Input.Admit(admit));
            case ReviveExecution revive -> received(message, revive.executionId(), new Input.Revive(revive));
            case ToGate toGate -> new Intake.ForGate(message, toGate);
            case ToCorrelation toCorrelation -> new Intake.ForCorrelation(message, clean(toCorrelation));
            case SignalStep signal -> received(message, signal.executionId(), new Input.Signal(clean(signal)));
            case PauseExecution pause -> received(message, pause.executionId(), new Input.Pause(pause));
            case ResumeExecution resume -> received(message, resume.executionId(), new Input.Resume(resume));
            case MoveExecution _ ->
                throw new UnreadableRecord("Expected a command that the engine can carry out, but it is a "
                        + command.getClass().getSimpleName() + ".");
        };
    }

    private Intake.Received completed(ConsumerRecord<String, byte[]> message) {
        StepCompleted completed = clean(events.data(message, StepCompleted.class));
        return received(message, completed.executionId(), new Input.StepFinished(completed));
    }

    private static Intake.Received received(
            ConsumerRecord<String, byte[]> message, ExecutionId executionId, Input input) {
        return new Intake.Received(message, executionId, input);
    }

    private static Intake.Misplaced misplaced(ConsumerRecord<String, byte[]> message, String key) {
        return new Intake.Misplaced(
                message,
                new OutgoingRecord(message.topic(), key, OutgoingRecord.copy(message.headers()), message.value()));
    }

    private static StartExecution clean(StartExecution start) {
        return new StartExecution(
                start.commandId(),
                start.executionId(),
                start.workflowId(),
                start.version(),
                CleanText.clean(start.input()),
                start.trigger(),
                start.correlationId(),
                start.startedBy(),
                start.event(),
                start.origin(),
                start.priority());
    }

    private static ToCorrelation clean(ToCorrelation command) {
        return command instanceof EventArrived(var id, var key, var event, var data, var keepFor)
                ? new EventArrived(id, key, event, CleanText.clean(data), keepFor)
                : command;
    }

    private static SignalStep clean(SignalStep signal) {
        return new SignalStep(
                signal.commandId(),
                signal.executionId(),
                signal.stepRunId(),
                signal.handle(),
                CleanText.clean(signal.output()),
                signal.requestedBy());
    }

    private static CancelExecution clean(CancelExecution cancel) {
        String reason = cancel.reason();
        return reason == null
                ? cancel
                : new CancelExecution(
                        cancel.commandId(), cancel.executionId(), CleanText.clean(reason), cancel.requestedBy());
    }

    private static StepCompleted clean(StepCompleted completed) {
        return new StepCompleted(
                completed.executionId(),
                completed.stepRunId(),
                completed.attempt(),
                clean(completed.outcome()),
                completed.startedAt(),
                completed.finishedAt(),
                CleanText.clean(completed.worker()),
                completed.usage());
    }

    private static StepOutcome clean(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Succeeded(Object output, var handles) ->
                new StepOutcome.Succeeded(CleanText.clean(output), handles);
            case StepOutcome.Failed(StepError error) -> new StepOutcome.Failed(clean(error));
            case StepOutcome.Continue(Object state, var calls) ->
                new StepOutcome.Continue(
                        CleanText.clean(state),
                        calls.stream().map(IntakeReader::clean).toList());
            case StepOutcome.Running running -> running;
        };
    }

    private static ToolCall clean(ToolCall call) {
        Map<String, Object> config = new LinkedHashMap<>();
        if (CleanText.clean(call.config()) instanceof Map<?, ?> cleaned) {
            cleaned.forEach((key, value) -> config.put(String.valueOf(key), value));
        }
        return new ToolCall(CleanText.clean(call.id()), CleanText.clean(call.type()), config);
    }

    private static StepError clean(StepError error) {
        @Nullable Object details = CleanText.clean(error.details());
        return new StepError(
                CleanText.clean(error.code()),
                CleanText.clean(error.message()),
                error.retryable(),
                error.retryAfter(),
                details);
    }
}
