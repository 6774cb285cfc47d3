package com.automatrix.execution;

/** Workflow definitions for tests. */
public final class Definitions {

    /** One step that the engine runs itself. */
    public static final String GREETING = """
            {"specVersion": "1",
             "input": {"type": "object", "required": ["name"],
                       "properties": {"name": {"type": "string"}, "age": {"type": "integer"}}},
             "nodes": [{"id": "greet", "type": "data.transform", "name": "Greet",
                        "config": {"value": {"greeting": "{{ 'Hello ' & input.name }}"}}}],
             "edges": []}""";

    /** A lead is classified by a worker; each label leads to another answer. */
    public static final String LEAD = """
            {"specVersion": "1",
             "triggers": [{"id": "web-lead", "type": "event", "eventType": "com.automatrix.lead.received.v1",
                           "filter": "{{ input.dealerId = '%s' }}"}],
             "nodes": [
               {"id": "classify", "type": "ai.classify", "name": "Classify lead",
                "config": {"text": "{{ input.comments }}", "labels": ["hot", "cold"]}},
               {"id": "call", "type": "data.transform", "name": "Call",
                "config": {"value": {"call": "{{ input.person.firstName }}"}}},
               {"id": "mail", "type": "data.transform", "name": "Mail", "config": {"value": {"mail": true}}}],
             "edges": [{"source": "classify", "sourceHandle": "hot", "target": "call"},
                       {"source": "classify", "sourceHandle": "cold", "target": "mail"}]}""";

    /** A check whose violations are the output. */
    public static final String CHECK = """
            {"specVersion": "1",
             "nodes": [
               {"id": "check", "type": "data.validate", "name": "Check",
                "config": {"value": "{{ input }}",
                           "schema": {"properties": {"vin": {"pattern": "^[A-HJ-NPR-Z0-9]{17}$"}}}}},
               {"id": "refuse", "type": "data.transform", "name": "Refuse",
                "config": {"value": "{{ steps.check.output.violations[] }}"}}],
             "edges": [{"source": "check", "sourceHandle": "invalid", "target": "refuse"}]}""";

    /** One step for a worker, with a retry policy and a timeout. */
    public static String worker(String retry, String timeout) {
        return """
            {"specVersion": "1",
             "nodes": [{"id": "ask", "type": "ai.generate", "name": "Ask", "config": {"prompt": "Hi {{ input.name }}"},
                        "retry": %s, "timeout": "%s"}],
             "edges": []}""".formatted(retry, timeout);
    }

    /** One step for a worker, of which one at a time may go on for each person. */
    public static String limited(String policy) {
        return """
            {"specVersion": "1",
             "nodes": [{"id": "ask", "type": "ai.generate", "name": "Ask", "config": {"prompt": "Hi"}}],
             "edges": [],
             "settings": {"concurrency": {"key": "{{ input.personId }}", "limit": 1, "policy": "%s"}}}""".formatted(policy);
    }

    /** A step that waits for a lead of the dealer that the input names. */
    public static String awaitingLead(String lookback) {
        return """
            {"specVersion": "1",
             "nodes": [{"id": "wait", "type": "flow.waitForEvent", "name": "Wait",
                        "config": {"correlation": {"eventType": "com.automatrix.lead.received.v1",
                                                   "event": "{{ input.dealerId }}", "value": "{{ input.dealerId }}"},
                                   "lookback": "%s"}}],
             "edges": []}""".formatted(lookback);
    }

    private Definitions() {}
}
