package com.automatrix.workflow.version;

import com.automatrix.workflow.definition.Problem;
import java.util.List;

/** What is wrong with a definition. */
record ValidateResponse(List<Problem> problems) {}
