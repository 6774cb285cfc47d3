package com.automatrix.execution.simulation;

import com.automatrix.contracts.definition.EventTrigger;
import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.definition.ScheduleTrigger;
import com.automatrix.contracts.definition.Trigger;
import com.automatrix.contracts.definition.WebhookTrigger;
import com.automatrix.contracts.message.EventRef;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.TriggerKind;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.contracts.testcase.TestCase;
import com.automatrix.execution.engine.CompiledWorkflow;
import com.automatrix.execution.engine.ExecutionEngine;
import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.engine.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a test is tried on.
 *
 * @param nodes by their ids
 * @param vars the dealership's settings, with those of the test over them
 */
record Subject(
        ExecutionEngine engine,
        Expressions expressions,
        CompiledWorkflow workflow,
        Map<String, Node> nodes,
        Map<String, @Nullable Object> vars,
        TestCase test) {

    private static final String EVENT_ID = "test";

    Subject {
        vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
    }

    /** The command that begins the execution. */
    StartExecution start() throws UnusableTest {
        Trigger trigger = trigger();
        EventRef event = trigger instanceof EventTrigger by ? event(by) : null;
        return new StartExecution(
                new UUID(0, 0),
                Simulation.EXECUTION,
                workflow.id(),
                workflow.version(),
                test.input(),
                reference(trigger),
                EVENT_ID,
                null,
                event,
                null,
                null);
    }

    private @Nullable Trigger trigger() throws UnusableTest {
        String id = test.trigger();
        if (id == null) {
            return null;
        }
        return workflow.definition().triggers().stream()
                .filter(trigger -> trigger.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnusableTest(new TestFailure(
                        "/trigger",
                        "test.unknown-trigger",
                        "Expected a trigger of the workflow, but there is no \"%s\".".formatted(id))));
    }

    private EventRef event(EventTrigger trigger) throws UnusableTest {
        EventRef event = new EventRef(EVENT_ID, "/tests", trigger.eventType(), null, test.startsAtOrDefault(), null);
        String filter = trigger.filter();
        if (filter != null && !accepts(filter, event)) {
            throw new UnusableTest(new TestFailure(
                    "/input",
                    "test.filtered",
                    "Expected the filter of trigger \"%s\" to let the input through, but it does not."
                            .formatted(trigger.id())));
        }
        return event;
    }

    private boolean accepts(String filter, EventRef event) {
        try {
            return expressions.isTrue(
                    expressions.evaluate(filter, Scope.ofEvent(event, test.input(), test.startsAtOrDefault())));
        } catch (ExpressionFailed failed) {
            return false;
        }
    }

    private static TriggerRef reference(@Nullable Trigger trigger) {
        return switch (trigger) {
            case null -> TriggerRef.api();
            case EventTrigger by -> new TriggerRef(TriggerKind.EVENT, by.id(), EVENT_ID, by.eventType());
            case ScheduleTrigger by -> new TriggerRef(TriggerKind.SCHEDULE, by.id(), null, null);
            case WebhookTrigger by -> new TriggerRef(TriggerKind.WEBHOOK, by.id(), null, null);
        };
    }
}
