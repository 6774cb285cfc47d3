package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One decision in the making: every event is folded at once, so that what follows sees it. */
final class Transition {

    /** A loop over steps inside the engine goes on in a later decision, so that none takes long. */
    private static final int MOST_ITERATIONS = 100;

    private final CompiledWorkflow workflow;
    private final Expressions expressions;
    private final Schemas schemas;
    private final Circumstances circumstances;
    private final List<ExecutionEvent> events = new ArrayList<>();
    private final List<EngineCommand> commands = new ArrayList<>();
    private @Nullable ExecutionState state;
    private int iterations;

    Transition(
            CompiledWorkflow workflow,
            Expressions expressions,
            Schemas schemas,
            Circumstances circumstances,
            @Nullable ExecutionState state) {
        this.workflow = workflow;
        this.expressions = expressions;
        this.schemas = schemas;
        this.circumstances = circumstances;
        this.state = state;
    }

    /** Makes an event of its sequence and its time. */
    @FunctionalInterface
    interface Happening {
        ExecutionEvent at(long sequence, Instant at);
    }

    CompiledWorkflow workflow() {
        return workflow;
    }

    Expressions expressions() {
        return expressions;
    }

    Schemas schemas() {
        return schemas;
    }

    Circumstances circumstances() {
        return circumstances;
    }

    Instant now() {
        return circumstances.now();
    }

    ExecutionState state() {
        if (state == null) {
            throw new IllegalStateException("Expected the execution to have started, but it has not");
        }
        return state;
    }

    void record(Happening happening) {
        long sequence = state == null ? 1 : state.sequence() + 1;
        ExecutionEvent event = happening.at(sequence, now());
        state = ExecutionState.evolve(state, event);
        events.add(event);
    }

    /** Whether this decision is still short enough for another iteration of a loop. */
    boolean takesIteration() {
        return iterations++ < MOST_ITERATIONS;
    }

    void command(EngineCommand command) {
        commands.add(command);
    }

    void remember(UUID commandId) {
        state = state().remembering(commandId);
    }

    Decision decision() {
        return new Decision.Advanced(state(), events, commands);
    }
}
