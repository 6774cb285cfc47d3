package com.automatrix.execution.inbox;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.EventRef;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.AcquireSlot;
import com.automatrix.contracts.message.ExecutionCommand.AdmitExecution;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.ReleaseSlot;
import com.automatrix.contracts.message.ExecutionCommand.SubscribeToEvent;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.correlation.Correlation;
import com.automatrix.execution.correlation.CorrelationState;
import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.engine.Scope;
import com.automatrix.execution.gate.Gate;
import com.automatrix.execution.gate.GateState;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.platform.messaging.CloudEventRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets gates and correlations decide on a batch's commands, and sends what they say to the executions. */
@Component
class AggregateApplier {

    private static final Logger log = LoggerFactory.getLogger(AggregateApplier.class);

    private final CloudEventRecords events;
    private final Expressions expressions;

    AggregateApplier(CloudEventRecords events, Expressions expressions) {
        this.events = events;
        this.expressions = expressions;
    }

    void apply(Intake.ForGate intake, Batch batch) {
        String key = intake.aggregateKey();
        GateState before = batch.aggregates.gate(key);
        Gate.Outcome outcome = Gate.apply(before, intake.command());
        if (outcome.next().equals(before) && outcome.commands().isEmpty()) {
            batch.ignored++;
            return;
        }
        batch.aggregates.put(intake.partition(), key, outcome.next());
        outcome.commands().forEach(command -> tell(command, intake.message(), batch));
    }

    void apply(Intake.ForCorrelation intake, Batch batch) {
        String key = intake.aggregateKey();
        CorrelationState before = batch.aggregates.correlation(key);
        Correlation.Outcome outcome = Correlation.apply(before, intake.command(), this::accepts, batch.now);
        if (outcome.next().equals(before)) {
            batch.ignored++;
            return;
        }
        batch.aggregates.put(intake.partition(), key, outcome.next());
        outcome.commands().forEach(command -> tell(command, intake.message(), batch));
    }

    /** Ends the execution that would wait for ever, because what it asked for cannot be processed. */
    void giveUp(Intake.Keyed culprit, String reason, Batch batch) {
        ExecutionCommand command = switch (culprit) {
            case Intake.ForGate gate -> gate.command();
            case Intake.ForCorrelation correlation -> correlation.command();
            case Intake.Received _ -> null;
        };
        ExecutionId waiting = switch (command) {
            case AcquireSlot acquire -> acquire.executionId();
            case SubscribeToEvent subscribe -> subscribe.executionId();
            case null, default -> null;
        };
        if (command != null && waiting != null) {
            UUID id = commandId("give-up", command.commandId());
            tell(new CancelExecution(id, waiting, reason, null), culprit.message(), batch);
        }
    }

    /** Gives a slot back that was meant for an execution which is not there any more. */
    void decline(AdmitExecution admit, ConsumerRecord<String, byte[]> cause, Batch batch) {
        UUID id = commandId("decline", admit.commandId());
        tell(new ReleaseSlot(id, admit.gateKey(), admit.executionId()), cause, batch);
    }

    private void tell(ExecutionCommand command, ConsumerRecord<String, byte[]> cause, Batch batch) {
        String correlationId =
                events.correlationId(cause).orElseGet(() -> command.commandId().toString());
        OutgoingRecord message = OutgoingRecord.of(events.record(
                Topics.EXECUTION_COMMANDS,
                command.aggregateKey(),
                MessageTypes.EXECUTION_COMMAND,
                command,
                correlationId));
        batch.send(cause.partition(), message.withTraceparent(events.traceparent(cause)));
    }

    private boolean accepts(String filter, EventRef event, @Nullable Object data, Instant now) {
        try {
            return expressions.isTrue(expressions.evaluate(filter, Scope.ofEvent(event, data, now)));
        } catch (ExpressionFailed failed) {
            log.warn("filter of a subscription failed, event not taken event={} code={}", event.id(), failed.code());
            return false;
        }
    }

    private static UUID commandId(String what, UUID cause) {
        return UUID.nameUUIDFromBytes((what + "/" + cause).getBytes(StandardCharsets.UTF_8));
    }
}
