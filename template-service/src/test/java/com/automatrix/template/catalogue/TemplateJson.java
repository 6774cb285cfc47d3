package com.automatrix.template.catalogue;

import com.automatrix.contracts.json.ContractJson;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** A small template to change. */
final class TemplateJson {

    private TemplateJson() {}

    static String greeting(String slug) {
        return """
            {
              "slug": "%s",
              "name": "Greeting",
              "category": "SALES",
              "summary": "Greets.",
              "description": "Greets whoever comes, and waits.",
              "kpi": "Share of visitors who are greeted.",
              "tags": ["hello"],
              "parameters": [
                { "name": "greeting", "title": "Greeting", "description": "What is said.", "type": "string",
                  "required": true, "default": "Hello", "maxLength": 20 },
                { "name": "pause", "title": "Pause", "description": "How long it waits.", "type": "duration",
                  "required": true, "example": "PT5M" }
              ],
              "definition": {
                "specVersion": "1",
                "triggers": [{ "id": "lead", "type": "event", "eventType": "com.automatrix.lead.received.v1" }],
                "nodes": [
                  { "id": "greet", "type": "data.transform",
                    "config": { "value": "{{ [[greeting]] & ' from ' & vars.storeName }}" } },
                  { "id": "wait", "type": "flow.wait", "config": { "duration": "[[pause]]" } }
                ],
                "edges": [{ "source": "greet", "target": "wait" }]
              },
              "tests": [
                { "name": "It greets", "vars": { "storeName": "Lakeside" },
                  "expect": { "outputs": { "greet": "[[greeting]] from Lakeside" }, "within": "[[pause]]" } }
              ]
            }""".formatted(slug);
    }

    static Map<String, Object> tree(String json) {
        return ContractJson.events().readValue(json, new TypeReference<>() {});
    }
}
