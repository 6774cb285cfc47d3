package com.automatrix.execution.simulation;

import java.util.List;

/** What came of each test, in the order of the request. */
record SimulationResponse(List<TestResult> results) {

    SimulationResponse {
        results = List.copyOf(results);
    }
}
