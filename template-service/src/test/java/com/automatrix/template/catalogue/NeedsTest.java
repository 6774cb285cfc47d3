package com.automatrix.template.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedsTest {

    @Test
    void events_credentials_and_settings_are_found_wherever_they_are_used() {
        Needs needs = Needs.of(TemplateJson.tree("""
                {
                  "triggers": [
                    { "id": "lead", "type": "event", "eventType": "com.automatrix.lead.received.v1",
                      "filter": "{{ input.store = vars.name }}" },
                    { "id": "hook", "type": "webhook", "signature": { "header": "X-Sign", "secret": "hookKey" } }
                  ],
                  "nodes": [
                    { "id": "wait", "type": "flow.waitForEvent", "note": "{{ vars.notRead }}",
                      "config": { "correlation": { "eventType": "com.automatrix.message.inbound.v1",
                                  "event": "{{ input.id }}", "value": "{{ input.vars.x & 'vars.y' }}" } } },
                    { "id": "call", "type": "http.request",
                      "config": { "credential": "crm", "body": "{{ secrets.token }}" },
                      "compensation": { "type": "http.request", "config": { "credential": "crmUndo" } } },
                    { "id": "check", "type": "credit.check", "config": {} },
                    { "id": "same", "type": "http.request", "config": { "credential": "[[credential]]" } }
                  ],
                  "settings": { "concurrency": { "key": "{{ vars.phone }}" } }
                }"""));

        assertThat(needs.eventTypes())
                .containsExactly("com.automatrix.lead.received.v1", "com.automatrix.message.inbound.v1");
        assertThat(needs.credentials()).containsExactly("crm", "crmUndo", "hookKey", "token");
        assertThat(needs.settings()).containsExactly("name", "phone");
        assertThat(needs.externalStepTypes()).containsExactly("credit.check");
    }

    @Test
    void step_types_that_cannot_be_executed_yet_are_required() {
        List<String> missing = StepTypes.builtIn().all().stream()
                .filter(type -> !type.available())
                .map(StepType::type)
                .sorted()
                .toList();
        List<String> nodes = StepTypes.builtIn().all().stream()
                .map(type -> "{ \"id\": \"a\", \"type\": \"%s\" }".formatted(type.type()))
                .toList();

        assertThat(Needs.of(TemplateJson.tree("{ \"nodes\": [%s] }".formatted(String.join(", ", nodes))))
                        .requires())
                .isEqualTo(missing);
    }

    @Test
    void what_is_not_of_the_expected_shape_needs_nothing() {
        assertThat(Needs.of(TemplateJson.tree("{ \"nodes\": [1, { \"type\": 2, \"config\": [] }], \"triggers\": {} }")))
                .isEqualTo(new Needs(List.of(), List.of(), List.of(), List.of(), List.of()));
    }
}
