package com.automatrix.contracts.definition;

/** What follows a step whose attempts are used up and whose error no edge takes. */
public enum OnError {
    /** The execution, or the container around the step, fails. */
    FAIL,
    /** The step fires {@code out} with a null output. */
    CONTINUE
}
