package com.automatrix.execution.trigger;

import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.engine.Scope;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the triggers that an event starts: those of its type whose filter is true of it. */
@Component
class TriggerMatcher {

    private static final Logger log = LoggerFactory.getLogger(TriggerMatcher.class);

    private final TriggerIndex index;
    private final Expressions expressions;

    TriggerMatcher(TriggerIndex index, Expressions expressions) {
        this.index = index;
        this.expressions = expressions;
    }

    List<ActiveTrigger> match(IncomingEvent incoming, Instant now) {
        List<ActiveTrigger> candidates = index.of(incoming.event().type());
        if (candidates.isEmpty()) {
            return candidates;
        }
        Scope scope = Scope.ofEvent(incoming.event(), incoming.data(), now);
        return candidates.stream().filter(trigger -> accepts(trigger, scope)).toList();
    }

    private boolean accepts(ActiveTrigger trigger, Scope scope) {
        String filter = trigger.filter();
        if (filter == null) {
            return true;
        }
        try {
            return expressions.isTrue(expressions.evaluate(filter, scope));
        } catch (ExpressionFailed failed) {
            log.warn(
                    "trigger filter failed, event not taken workflow={} trigger={} code={}",
                    trigger.workflowId(),
                    trigger.triggerId(),
                    failed.code());
            return false;
        }
    }
}
