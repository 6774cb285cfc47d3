package com.automatrix.execution.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom an execution tells that it has ended: the gate that let it start, and the execution that called it. */
public final class EndNotices {

    private EndNotices() {}

    /** Of an execution that has ended at that time. */
    public static List<EngineCommand> of(ExecutionState ended, Instant at) {
        List<EngineCommand> notices = new ArrayList<>();
        Queueing.release(ended).ifPresent(release -> notices.add(new EngineCommand.Tell(release)));
        Calls.answer(ended, at).ifPresent(answer -> notices.add(new EngineCommand.Answer(answer)));
        return notices;
    }

    /** The decision, with the notices if the execution has just ended. */
    static Decision with(@Nullable ExecutionState before, Decision decision, Instant now) {
        boolean hadEnded = before != null && before.hasEnded();
        if (hadEnded || !(decision instanceof Decision.Advanced(var next, var events, var commands))) {
            return decision;
        }
        List<EngineCommand> notices = next.hasEnded() ? of(next, now) : List.of();
        if (notices.isEmpty()) {
            return decision;
        }
        List<EngineCommand> all = new ArrayList<>(commands);
        all.addAll(notices);
        return new Decision.Advanced(next, events, all);
    }
}
