package com.automatrix.execution.engine;

/** Where a step run is in its life; a step that is not decided yet has no step run. */
public enum StepStatus {
    RUNNING,
    /** For a time, an event or a person. */
    WAITING,
    RETRYING,
    /** A container that failed undoes what was done inside. */
    COMPENSATING,
    COMPLETED,
    FAILED,
    SKIPPED,
    CANCELLED;

    /** A decided step run never changes again. */
    public boolean isDecided() {
        return this != RUNNING && this != WAITING && this != RETRYING && this != COMPENSATING;
    }
}
