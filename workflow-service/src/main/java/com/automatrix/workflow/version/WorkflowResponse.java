package com.automatrix.workflow.version;

import com.automatrix.workflow.definition.Problem;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/** A workflow with its draft and what is wrong with it. */
record WorkflowResponse(
        @JsonUnwrapped WorkflowSummary summary, Map<String, Object> definition, List<Problem> problems) {}
