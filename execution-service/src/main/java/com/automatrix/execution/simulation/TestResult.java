package com.automatrix.execution.simulation;

import com.automatrix.contracts.message.ExecutionError;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one test.
 *
 * @param status how the execution ended; {@code STOPPED} if the test could not go on
 * @param steps every attempt, in the order of their starts
 */
record TestResult(
        String name,
        boolean passed,
        List<TestFailure> failures,
        String status,
        @JsonInclude @Nullable Object output,
        @Nullable ExecutionError error,
        Instant startedAt,
        Instant endedAt,
        List<SimulatedStep> steps) {

    TestResult {
        failures = List.copyOf(failures);
        steps = List.copyOf(steps);
    }
}
