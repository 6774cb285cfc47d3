package com.automatrix.workflow.testing;

import com.automatrix.contracts.json.JsonTree;
import com.automatrix.platform.problem.Violation;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one test.
 *
 * @param failures what was not as expected, each at its place in the test case
 * @param status how the execution ended, or STOPPED if a mock was missing
 * @param startedAt by the test's own clock, as every other time
 * @param steps every attempt of every step
 */
record TestResult(
        String name,
        boolean passed,
        List<Violation> failures,
        @Nullable String status,
        @JsonInclude @Nullable Object output,
        @Nullable Map<String, Object> error,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<Map<String, Object>> steps) {

    TestResult {
        failures = JsonTree.list(failures);
        steps = JsonTree.list(steps);
    }

    /** Says in one sentence why the test failed. */
    String complaint() {
        String first =
                failures.isEmpty() ? "It did not pass." : failures.getFirst().message();
        String rest = failures.size() < 2 ? "" : " (%d more like this.)".formatted(failures.size() - 1);
        return "\"%s\" fails. %s%s".formatted(name, first, rest);
    }
}
