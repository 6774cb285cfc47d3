package com.automatrix.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one execution of a workflow; a UUID (version 7) in its canonical text form. */
public record ExecutionId(@JsonValue UUID value) implements Comparable<ExecutionId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExecutionId {}

    /** Throws {@link IllegalArgumentException} unless the text is a UUID. */
    public static ExecutionId parse(String text) {
        return new ExecutionId(Uuids.parse("execution id", text));
    }

    @Override
    public int compareTo(ExecutionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
