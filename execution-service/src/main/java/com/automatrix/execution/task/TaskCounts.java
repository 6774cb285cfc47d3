package com.automatrix.execution.task;

/**
 * How many tasks are open.
 *
 * @param mine of the one who asks, by name or by role
 * @param claimed those of them that the one who asks has claimed
 * @param overdue those of them that should have been done by now
 * @param all of everybody
 */
record TaskCounts(long mine, long claimed, long overdue, long all) {}
