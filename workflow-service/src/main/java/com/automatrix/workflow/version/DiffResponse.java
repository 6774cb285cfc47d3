package com.automatrix.workflow.version;

import com.automatrix.workflow.diff.DefinitionDiff;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What differs between two forms of a workflow.
 *
 * @param from a version, or {@code draft}
 */
record DiffResponse(String from, String to, @JsonUnwrapped DefinitionDiff diff) {}
