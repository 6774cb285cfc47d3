package com.automatrix.workflow.version;

import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** A definition to be looked at, not kept. */
record ValidateRequest(@NotNull Map<String, Object> definition) {}
