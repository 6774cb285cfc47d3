package com.automatrix.contracts.message;

import java.util.List;

/** The Kafka topics. */
public final class Topics {

    public static final String WORKFLOW_PUBLISHED = "workflow-published";
    public static final String STEP_TYPES = "step-types";
    public static final String EVENT_TYPES = "event-types";
    public static final String SETTINGS_CHANGED = "settings-changed";
    public static final String EXECUTION_COMMANDS = "execution-commands";
    public static final String STEP_REQUESTED_IO = "step-requested.io";
    public static final String STEP_REQUESTED_AI = "step-requested.ai";
    public static final String STEP_COMPLETED = "step-completed";
    public static final String STEP_CANCELLED = "step-cancelled";
    public static final String EXECUTION_EVENTS = "execution-events";
    public static final String SESSION_REVOKED = "session-revoked";
    public static final String AUDIT_RECORDED = "audit-recorded";
    public static final String LOG_LINES = "log-lines";
    public static final String DEALERSHIP_SALES = "dealership.sales";
    public static final String DEALERSHIP_SERVICE = "dealership.service";
    public static final String DEALERSHIP_PARTS = "dealership.parts";
    public static final String DEALERSHIP_PLATFORM = "dealership.platform";

    /** Matches every topic with dealership events, so that a dealer can add one. */
    public static final String DEALERSHIP_PATTERN = "dealership\\..+";

    private static final String STEP_REQUESTED_PREFIX = "step-requested.";
    private static final String DEAD_LETTER_PREFIX = "dead-letter.";

    private Topics() {}

    /** Where a worker pool finds its requests. */
    public static String stepRequested(String worker) {
        return STEP_REQUESTED_PREFIX + worker;
    }

    /** Where records of a topic go that nobody could read. */
    public static String deadLetter(String topic) {
        return DEAD_LETTER_PREFIX + topic;
    }

    /** Every topic that the product brings, without their dead-letter topics. */
    public static List<String> all() {
        return List.of(
                DEALERSHIP_SALES,
                DEALERSHIP_SERVICE,
                DEALERSHIP_PARTS,
                DEALERSHIP_PLATFORM,
                WORKFLOW_PUBLISHED,
                STEP_TYPES,
                EVENT_TYPES,
                SETTINGS_CHANGED,
                EXECUTION_COMMANDS,
                STEP_REQUESTED_IO,
                STEP_REQUESTED_AI,
                STEP_COMPLETED,
                STEP_CANCELLED,
                EXECUTION_EVENTS,
                SESSION_REVOKED,
                AUDIT_RECORDED,
                LOG_LINES);
    }
}
