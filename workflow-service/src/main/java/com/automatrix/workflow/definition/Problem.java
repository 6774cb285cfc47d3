package com.automatrix.workflow.definition;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a definition, in the shape that the editor shows on a node.
 *
 * @param nodeId the node it belongs to, or null when it belongs to none
 * @param pointer RFC 6901 pointer into the definition
 * @param message a sentence that says how to mend it
 */
public record Problem(
        Severity severity, String code, @Nullable String nodeId, String pointer, String message) {

    static Problem error(String code, @Nullable String nodeId, String pointer, String message) {
        return new Problem(Severity.ERROR, code, nodeId, pointer, message);
    }

    static Problem warning(String code, @Nullable String nodeId, String pointer, String message) {
        return new Problem(Severity.WARNING, code, nodeId, pointer, message);
    }

    static Problem hint(String code, @Nullable String nodeId, String pointer, String message) {
        return new Problem(Severity.HINT, code, nodeId, pointer, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
