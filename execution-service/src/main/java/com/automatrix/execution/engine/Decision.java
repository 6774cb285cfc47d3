package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import java.util.List;

/** What the engine made of one input. */
public sealed interface Decision {

    /**
     * The input changed the execution (or moved a timer).
     *
     * @param next the state to store, in one transaction with the events and the commands
     * @param events what happened, in order, numbered on from the former state's sequence
     * @param commands what the shell has to do, in order, after the commit; each may be repeated without harm
     */
    record Advanced(ExecutionState next, List<ExecutionEvent> events, List<EngineCommand> commands)
            implements Decision {
        public Advanced {
            events = List.copyOf(events);
            commands = List.copyOf(commands);
        }
    }

    /** The input is a duplicate, late or of an older attempt: nothing changes, it is only counted. */
    record Ignored(String because) implements Decision {}

    /** The input can never apply: whoever sent it should hear why. */
    record Refused(Refusal refusal) implements Decision {}
}
