package com.automatrix.execution.history;

import java.time.Instant;
import java.util.List;

/** What ended in each part of a range of time; parts in which nothing ended are left out. */
record MetricsResponse(Instant from, Instant to, MetricsFilter.Bucket bucket, List<Part> buckets) {

    MetricsResponse {
        buckets = List.copyOf(buckets);
    }

    /**
     * One hour or day.
     *
     * @param at its beginning
     * @param executions that ended, by their status
     * @param steps attempts that ended, by their status
     */
    record Part(Instant at, List<Ended> executions, List<Ended> steps) {

        Part {
            executions = List.copyOf(executions);
            steps = List.copyOf(steps);
        }
    }

    /** How many ended in one status, and how long they took. */
    record Ended(String status, long count, long averageDurationMs, long maxDurationMs) {}
}
