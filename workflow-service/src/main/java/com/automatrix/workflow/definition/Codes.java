package com.automatrix.workflow.definition;

/** The reasons why a definition is refused, beside those of its schema. */
final class Codes {

    static final String GRAPH_EMPTY = "graph.empty";
    static final String GRAPH_DUPLICATE_NODE = "graph.duplicate-node";
    static final String GRAPH_DUPLICATE_EDGE = "graph.duplicate-edge";
    static final String GRAPH_DUPLICATE_TRIGGER = "graph.duplicate-trigger";
    static final String GRAPH_DUPLICATE_NOTE = "graph.duplicate-note";
    static final String GRAPH_UNKNOWN_PARENT = "graph.unknown-parent";
    static final String GRAPH_NOT_A_CONTAINER = "graph.not-a-container";
    static final String GRAPH_PARENT_CYCLE = "graph.parent-cycle";
    static final String GRAPH_EMPTY_CONTAINER = "graph.empty-container";
    static final String GRAPH_UNKNOWN_SOURCE = "graph.unknown-source";
    static final String GRAPH_UNKNOWN_TARGET = "graph.unknown-target";
    static final String GRAPH_UNKNOWN_HANDLE = "graph.unknown-handle";
    static final String GRAPH_CROSSES_CONTAINER = "graph.crosses-container";
    static final String GRAPH_CYCLE = "graph.cycle";
    static final String GRAPH_UNREACHABLE = "graph.unreachable";
    static final String GRAPH_NEVER_RUNS = "graph.never-runs";
    static final String JOIN_IMPOSSIBLE = "join.impossible";
    static final String STEP_UNKNOWN_TYPE = "step.unknown-type";
    static final String STEP_TYPE_UNAVAILABLE = "step-type.unavailable";
    static final String FEATURE_UNAVAILABLE = "feature.unavailable";
    static final String CONFIG_INVALID = "config.invalid";
    static final String INPUT_SCHEMA_INVALID = "input-schema.invalid";
    static final String INPUT_NOT_IN_EVENT = "input-schema.not-in-event";
    static final String EXPRESSION_SYNTAX = "expression.syntax";
    static final String EXPRESSION_UNKNOWN_NAME = "expression.unknown-name";
    static final String EXPRESSION_UNKNOWN_FIELD = "expression.unknown-field";
    static final String EXPRESSION_UNKNOWN_STEP = "expression.unknown-step";
    static final String EXPRESSION_NOT_UPSTREAM = "expression.not-upstream";
    static final String EXPRESSION_FUNCTION_REFUSED = "expression.function-refused";
    static final String EXPRESSION_FIELD_OF_PICK = "expression.field-of-pick";
    static final String EXPRESSION_REGEX = "expression.regex";
    static final String EXPRESSION_TOO_DEEP = "expression.too-deep";
    static final String EXPRESSION_TOO_LONG = "expression.too-long";
    static final String EXPRESSION_FIXED = "expression.fixed";
    static final String EVENT_UNKNOWN_TYPE = "event.unknown-type";
    static final String DEFINITION_OUT_OF_RANGE = "definition.out-of-range";
    static final String DEFINITION_WRONG_FORMAT = "definition.wrong-format";
    static final String DEFINITION_WRONG_SIZE = "definition.wrong-size";
    static final String WAIT_ENDLESS = "wait.endless";
    static final String OUTPUT_UNUSED = "output.unused";
    static final String SECRET_MISPLACED = "secret.misplaced";
    static final String SECRET_IN_CLEAR = "secret.in-clear";
    static final String CALL_NO_WORKFLOW = "call.no-workflow";
    static final String CREDENTIAL_UNKNOWN = "credential.unknown";
    static final String DATA_FINANCIAL_TO_AI = "data.financial-to-ai";
    static final String DATA_FINANCIAL_TO_MESSAGE = "data.financial-to-message";
    static final String DATA_FINANCIAL_TO_HOST = "data.financial-to-host";
    static final String DATA_FINANCIAL_TO_EVENT = "data.financial-to-event";
    static final String DATA_PERSONAL_IN_INSTRUCTIONS = "data.personal-in-instructions";
    static final String SCHEDULE_UNREADABLE_CRON = "schedule.unreadable-cron";
    static final String SCHEDULE_INPUT_UNFIT = "schedule.input-unfit";
    static final String WEBHOOK_RESERVED_HEADER = "webhook.reserved-header";
    static final String AGENT_TOOL = "agent.unusable-tool";
    static final String AGENT_APPROVAL = "agent.no-approval";
    static final String MESSAGE_NO_CONSENT_GATE = "message.no-consent-gate";

    private Codes() {}
}
