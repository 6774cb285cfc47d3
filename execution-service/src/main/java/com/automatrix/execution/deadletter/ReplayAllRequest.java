package com.automatrix.execution.deadletter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Dead letters to be sent again as they are. */
record ReplayAllRequest(@NotNull @Size(min = 1, max = 200) List<@NotNull UUID> ids) {}
