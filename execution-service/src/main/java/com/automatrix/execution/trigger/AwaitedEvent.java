package com.automatrix.execution.trigger;

import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.engine.Scope;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What some published workflow waits for: events of a type, told apart by the value of an expression over their data.
 *
 * @param keepFor how far back the step that looks back furthest does so; zero if none does
 */
public record AwaitedEvent(String eventType, String expression, Duration keepFor) {

    /** For a lookback that is an expression of its own, and so not known before the step begins. */
    static final Duration KEPT_IF_UNKNOWN = Duration.ofDays(1);

    private static final String TYPE = "flow.waitForEvent";

    /** Those of a definition's steps, at any depth; each pair of type and expression once. */
    public static Collection<AwaitedEvent> in(WorkflowDefinition definition) {
        Map<String, AwaitedEvent> awaited = new LinkedHashMap<>();
        for (Node node : definition.nodes()) {
            if (node.type().equals(TYPE)
                    && node.config().get("correlation") instanceof Map<?, ?> correlation
                    && correlation.get("eventType") instanceof String eventType
                    && correlation.get("event") instanceof String expression) {
                Duration keepFor = lookback(node.config().get("lookback"));
                awaited.merge(
                        eventType + ":" + expression,
                        new AwaitedEvent(eventType, expression, keepFor),
                        AwaitedEvent::longer);
            }
        }
        return awaited.values();
    }

    /**
     * The value of the expression in an event, by which it finds those that wait for it; empty if it has none.
     *
     * @param scope what {@link Scope#ofEvent} makes of the event
     */
    public Optional<Object> value(Expressions expressions, Scope scope) throws ExpressionFailed {
        // An empty text would bring together what has nothing in common.
        return Optional.ofNullable(expressions.evaluate(expression, scope)).filter(value -> !value.equals(""));
    }

    private AwaitedEvent longer(AwaitedEvent other) {
        return keepFor.compareTo(other.keepFor) >= 0 ? this : other;
    }

    private static Duration lookback(@Nullable Object lookback) {
        if (lookback == null) {
            return Duration.ZERO;
        }
        try {
            return Duration.parse(lookback.toString());
        } catch (DateTimeParseException expression) {
            return KEPT_IF_UNKNOWN;
        }
    }
}
