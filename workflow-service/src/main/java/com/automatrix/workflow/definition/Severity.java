package com.automatrix.workflow.definition;

/** How much a problem matters: an error keeps a workflow from being published, the others advise. */
public enum Severity {
    ERROR,
    WARNING,
    HINT
}
