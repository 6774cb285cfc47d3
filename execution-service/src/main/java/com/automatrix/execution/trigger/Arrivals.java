package com.automatrix.execution.trigger;

import com.automatrix.contracts.message.ExecutionCommand.EventArrived;
import com.automatrix.execution.correlation.CorrelationKey;
import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.engine.Scope;
import com.automatrix.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings an event to each correlation at which somebody may wait for it. */
@Component
class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

    private final TriggerIndex index;
    private final Expressions expressions;
    private final Ids ids;

    Arrivals(TriggerIndex index, Expressions expressions, Ids ids) {
        this.index = index;
        this.expressions = expressions;
        this.ids = ids;
    }

    /** A command for each expression that gives a value; none where nobody waits for such events. */
    List<EventArrived> of(IncomingEvent incoming, Instant now) {
        List<EventArrived> arrivals = new ArrayList<>();
        for (AwaitedEvent awaited : index.awaited(incoming.event().type())) {
            value(awaited, incoming, now).ifPresent(value -> arrivals.add(arrival(awaited, incoming, value)));
        }
        return arrivals;
    }

    private EventArrived arrival(AwaitedEvent awaited, IncomingEvent incoming, Object value) {
        Duration keepFor = awaited.keepFor();
        return new EventArrived(
                ids.next(),
                CorrelationKey.of(awaited.eventType(), awaited.expression(), value),
                incoming.event(),
                incoming.data(),
                keepFor.isZero() ? null : keepFor);
    }

    private Optional<Object> value(AwaitedEvent awaited, IncomingEvent incoming, Instant now) {
        try {
            return awaited.value(expressions, Scope.ofEvent(incoming.event(), incoming.data(), now));
        } catch (ExpressionFailed failed) {
            log.warn(
                    "correlation of an event failed, nobody woken type={} event={} code={}",
                    awaited.eventType(),
                    incoming.event().id(),
                    failed.code());
            return Optional.empty();
        }
    }
}
