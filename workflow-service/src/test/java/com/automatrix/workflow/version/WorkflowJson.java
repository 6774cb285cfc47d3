package com.automatrix.workflow.version;

/** Bodies of requests. */
final class WorkflowJson {

    /** One step that greets. */
    static final String GREETING = """
            {"specVersion": "1",
             "triggers": [{"id": "lead", "type": "event", "eventType": "com.automatrix.lead.received.v1"}],
             "nodes": [{"id": "greet", "type": "data.transform", "name": "Greet",
                        "config": {"value": {"text": "Hello {{ input.person.firstName }}"}}}],
             "edges": []}""";

    /** Refers to a step that does not exist. */
    static final String BROKEN = """
            {"specVersion": "1", "nodes": [{"id": "a", "type": "data.transform",
             "config": {"value": "{{ steps.b.output }}"}}], "edges": []}""";

    private WorkflowJson() {}

    static String named(String name) {
        return saved(name, GREETING);
    }

    static String saved(String name, String definition) {
        return """
                {"name": "%s", "description": "Says hello.", "category": "SALES", "definition": %s}""".formatted(name, definition);
    }
}
