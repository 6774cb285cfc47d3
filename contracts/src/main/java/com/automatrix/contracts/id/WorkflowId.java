package com.automatrix.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one workflow, over all its drafts and versions; a UUID (version 7) in its canonical text form. */
public record WorkflowId(@JsonValue UUID value) implements Comparable<WorkflowId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkflowId {}

    /** Throws {@link IllegalArgumentException} unless the text is a UUID. */
    public static WorkflowId parse(String text) {
        return new WorkflowId(Uuids.parse("workflow id", text));
    }

    @Override
    public int compareTo(WorkflowId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
