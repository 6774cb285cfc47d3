package com.automatrix.execution.history;

/**
 * How many executions of a version have not ended.
 *
 * @param paused how many of them go on no further for now
 */
record VersionUse(int version, long total, long pending, long running, long waiting, long compensating, long paused) {}
