package com.automatrix.ai.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class DefinitionWordsTest {

    @Test
    void a_definition_is_told_by_its_triggers_steps_and_ways() {
        assertThat(DefinitionWords.of(tree("""
                {"triggers": [{"id": "lead", "type": "event", "eventType": "com.automatrix.lead.received.v1", "filter": "{{ true }}"},
                              {"id": "night", "type": "schedule", "cron": "0 2 * * *"}],
                 "nodes": [{"id": "open", "type": "flow.if", "name": "Is it open?"}, {"id": "task", "type": "human.task"}],
                 "edges": [{"source": "open", "sourceHandle": "true", "target": "task"}]}"""))).isEqualTo("""
                It starts for each event com.automatrix.lead.received.v1 that its filter lets through, or at the times of \
                the schedule 0 2 * * *. Its steps:
                - “Is it open?” (flow.if), then if true: “task”.
                - “task” (human.task).""");
    }

    @Test
    void without_a_trigger_somebody_has_to_ask_for_it() {
        assertThat(DefinitionWords.of(Map.of())).startsWith("It starts when a person or another system asks for it.");
    }

    private static Map<String, Object> tree(String json) {
        return ContractJson.events().readValue(json, new TypeReference<>() {});
    }
}
