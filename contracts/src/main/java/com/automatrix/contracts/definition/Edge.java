package com.automatrix.contracts.definition;

import org.jspecify.annotations.Nullable;

/**
 * From a handle of one node to another node.
 *
 * @param sourceHandle null is {@link #OUT}
 */
public record Edge(String source, @Nullable String sourceHandle, String target) {

    /** The handle that a step fires when it succeeds. */
    public static final String OUT = "out";

    /** The handle that a step fires when its attempts are used up. */
    public static final String ERROR = "error";

    public String handle() {
        return sourceHandle == null ? OUT : sourceHandle;
    }
}
