package com.automatrix.local.bench;

/** A figure of the table; its name in JSON is the constant's. */
enum Metric {
    P50_MS("p50 ms"),
    P99_MS("p99 ms"),
    EXECUTIONS_PER_SECOND("executions/s"),
    STEPS_PER_SECOND("steps/s"),
    DOCUMENTS_PER_SECOND("documents/s"),
    RECORDS_PER_SECOND("records/s"),
    EVENTS_PER_SECOND("events/s"),
    SECONDS("s in all"),
    CPU_SECONDS("CPU s"),
    WRITTEN_KIB("KiB written");

    private final String title;

    Metric(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
