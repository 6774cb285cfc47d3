package com.automatrix.execution.task;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.execution.engine.HumanTask.Kind;

/** What was decided. */
enum Outcome {
    APPROVED(Kind.APPROVAL, "approved"),
    REJECTED(Kind.APPROVAL, "rejected"),
    DONE(Kind.TASK, Edge.OUT);

    private final Kind kind;
    private final String handle;

    Outcome(Kind kind, String handle) {
        this.kind = kind;
        this.handle = handle;
    }

    /** The kind of task that it can be decided of. */
    Kind kind() {
        return kind;
    }

    /** The handle of the step that it fires. */
    String handle() {
        return handle;
    }
}
