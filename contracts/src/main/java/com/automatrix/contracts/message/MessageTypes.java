package com.automatrix.contracts.message;

/** The CloudEvent {@code type} attribute of each message between the services. */
public final class MessageTypes {

    public static final String WORKFLOW_PUBLISHED = "com.automatrix.workflow-published.v1";
    public static final String STEP_TYPE_REGISTERED = "com.automatrix.step-type-registered.v1";
    public static final String EVENT_TYPE_REGISTERED = "com.automatrix.event-type-registered.v1";
    public static final String SETTINGS_CHANGED = "com.automatrix.settings-changed.v1";
    public static final String EXECUTION_COMMAND = "com.automatrix.execution-command.v1";
    public static final String STEP_REQUESTED = "com.automatrix.step-requested.v1";
    public static final String STEP_COMPLETED = "com.automatrix.step-completed.v1";
    public static final String STEP_CANCELLED = "com.automatrix.step-cancelled.v1";
    public static final String EXECUTION_EVENTS = "com.automatrix.execution-events.v1";
    public static final String SESSION_REVOKED = "com.automatrix.session-revoked.v1";
    public static final String AUDIT_RECORDED = "com.automatrix.audit-recorded.v1";
    public static final String LOG_LINE = "com.automatrix.log-line.v1";

    private MessageTypes() {}
}
