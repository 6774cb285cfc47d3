package com.automatrix.execution.simulation;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.message.EventRef;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.EventArrived;
import com.automatrix.contracts.message.ExecutionCommand.ToCorrelation;
import com.automatrix.contracts.testcase.Arrival;
import com.automatrix.execution.correlation.Correlation;
import com.automatrix.execution.correlation.CorrelationKey;
import com.automatrix.execution.correlation.CorrelationState;
import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.engine.Scope;
import com.automatrix.execution.trigger.AwaitedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings the events of a test and the steps that wait for them together, by the rules of the real correlations. */
final class EventMeetings {

    private final Expressions expressions;
    private final Collection<AwaitedEvent> awaited;
    private final Map<String, CorrelationState> correlations = new HashMap<>();
    private long events;
    private long meetings;

    EventMeetings(WorkflowDefinition definition, Expressions expressions) {
        this.awaited = AwaitedEvent.in(definition);
        this.expressions = expressions;
    }

    /** What an event makes the execution do. */
    List<ExecutionCommand> arrive(Arrival arrival, Instant now) {
        long number = ++events;
        EventRef event = new EventRef("test-" + number, "/tests", arrival.type(), null, now, null);
        List<ExecutionCommand> commands = new ArrayList<>();
        for (AwaitedEvent wanted : awaited) {
            if (wanted.eventType().equals(arrival.type())) {
                value(wanted, Scope.ofEvent(event, arrival.data(), now))
                        .map(value -> new EventArrived(
                                new UUID(number, ++meetings),
                                CorrelationKey.of(wanted.eventType(), wanted.expression(), value),
                                event,
                                arrival.data(),
                                wanted.keepFor().isZero() ? null : wanted.keepFor()))
                        .ifPresent(command -> commands.addAll(apply(command, now)));
            }
        }
        return commands;
    }

    /** What a subscription, or its end, makes the execution do. */
    List<ExecutionCommand> apply(ToCorrelation command, Instant now) {
        CorrelationState before = correlations.getOrDefault(command.correlationKey(), CorrelationState.EMPTY);
        Correlation.Outcome outcome = Correlation.apply(before, command, this::accepts, now);
        correlations.put(command.correlationKey(), outcome.next());
        return outcome.commands();
    }

    private Optional<Object> value(AwaitedEvent wanted, Scope scope) {
        try {
            return wanted.value(expressions, scope);
        } catch (ExpressionFailed failed) {
            return Optional.empty();
        }
    }

    private boolean accepts(String filter, EventRef event, @Nullable Object data, Instant now) {
        try {
            return expressions.isTrue(expressions.evaluate(filter, Scope.ofEvent(event, data, now)));
        } catch (ExpressionFailed failed) {
            return false;
        }
    }
}
