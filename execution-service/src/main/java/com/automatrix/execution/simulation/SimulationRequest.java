package com.automatrix.execution.simulation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A definition and the tests to try it with.
 *
 * @param name what {@code workflow.name} is in expressions
 * @param definition a workflow definition
 * @param cases test cases as {@code test-case.schema.json} has them
 */
record SimulationRequest(
        @Size(max = 200) @Nullable String name,
        @NotNull Map<String, Object> definition,
        @NotNull @Size(min = 1, max = 200) List<Object> cases) {}
