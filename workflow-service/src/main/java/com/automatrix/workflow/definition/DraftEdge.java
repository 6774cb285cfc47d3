package com.automatrix.workflow.definition;

/** An edge of a draft. */
public record DraftEdge(int index, String source, String handle, String target) {

    String pointer() {
        return "/edges/" + index;
    }
}
