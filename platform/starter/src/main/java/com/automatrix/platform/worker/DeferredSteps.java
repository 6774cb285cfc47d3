package com.automatrix.platform.worker;

import java.time.InstantSource;
import java.util.UUID;

/** Wakes attempts that their workers have put off, because what they wait for may have changed. */
public final class DeferredSteps {

    private final StepInbox inbox;
    private final InstantSource clock;

    DeferredSteps(StepInbox inbox, InstantSource clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Has the attempt run again at once, within the current transaction if there is one; nothing happens if it is over. */
    public void wake(UUID executionId, String stepRunId) {
        inbox.wake(executionId, stepRunId, clock.instant());
    }
}
