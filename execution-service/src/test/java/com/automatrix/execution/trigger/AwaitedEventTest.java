package com.automatrix.execution.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.json.ContractJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AwaitedEventTest {

    @Test
    void a_definition_waits_for_each_pair_of_type_and_expression_at_any_depth() {
        WorkflowDefinition definition = definition("""
                {"id": "greet", "type": "data.transform", "config": {"value": 1}},
                {"id": "loop", "type": "flow.foreach", "config": {"items": [1]}},
                {"id": "reply", "type": "flow.waitForEvent", "parent": "loop", "config": {
                   "correlation": {"eventType": "reply", "event": "{{ input.id }}", "value": "{{ item }}"}}},
                {"id": "again", "type": "flow.waitForEvent", "config": {"lookback": "PT5M",
                   "correlation": {"eventType": "reply", "event": "{{ input.id }}", "value": "{{ input.id }}"}}},
                {"id": "visit", "type": "flow.waitForEvent", "config": {"lookback": "{{ input.lookback }}",
                   "correlation": {"eventType": "visit", "event": "{{ input.id }}", "value": "{{ input.id }}"}}}""");

        assertThat(AwaitedEvent.in(definition))
                .containsExactly(
                        new AwaitedEvent("reply", "{{ input.id }}", Duration.ofMinutes(5)),
                        new AwaitedEvent("visit", "{{ input.id }}", AwaitedEvent.KEPT_IF_UNKNOWN));
    }

    @Test
    void a_definition_without_such_steps_waits_for_nothing() {
        assertThat(AwaitedEvent.in(definition("""
                {"id": "greet", "type": "data.transform", "config": {"value": 1}}"""))).isEmpty();
    }

    private static WorkflowDefinition definition(String nodes) {
        return ContractJson.definitions()
                .readValue(
                        "{\"specVersion\": \"1\", \"nodes\": [" + nodes + "], \"edges\": []}",
                        WorkflowDefinition.class);
    }
}
