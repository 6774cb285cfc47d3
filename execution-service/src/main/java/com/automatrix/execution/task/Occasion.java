package com.automatrix.execution.task;

/** Why people are written to about a task. */
enum Occasion {
    GIVEN("given_told_at", "true"),
    REMINDER("reminder_told_at", "t.reminded_at IS NOT NULL"),
    ESCALATION("escalation_told_at", "t.escalated_at IS NOT NULL");

    private final String mark;
    private final String condition;

    Occasion(String mark, String condition) {
        this.mark = mark;
        this.condition = condition;
    }

    /** The column that says when they were. */
    String mark() {
        return mark;
    }

    /** Whether there is an occasion, in SQL. */
    String condition() {
        return condition;
    }
}
