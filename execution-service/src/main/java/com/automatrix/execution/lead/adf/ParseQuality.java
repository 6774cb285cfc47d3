package com.automatrix.execution.lead.adf;

/** How a lead was read. */
public enum ParseQuality {
    /** The document was as it should be. */
    CLEAN,
    /** It was not well-formed, but everything in it could be read. */
    REPAIRED,
    /** Only what could be recognised in its text was read. */
    DEGRADED
}
