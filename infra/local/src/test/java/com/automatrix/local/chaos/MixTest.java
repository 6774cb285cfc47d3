package com.automatrix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MixTest {
    @Test
    void every_workflow_ends_in_one_step_that_gives_its_number() {
        var all = new ArrayList<>(Mix.definitions().values());
        all.add(Mix.call("other"));

        assertThat(all).hasSize(7).allSatisfy(definition -> {
            var sources =
                    edges(definition).stream().map(edge -> edge.get("source")).toList();
            var last = nodes(definition).stream()
                    .filter(node -> node.get("parent") == null && !sources.contains(node.get("id")))
                    .toList();
            assertThat(last).singleElement().satisfies(node -> {
                assertThat(node.get("id")).isEqualTo("last");
                assertThat(String.valueOf(node.get("config"))).contains("n={{ ");
            });
        });
    }

    @Test
    void every_edge_leads_from_one_of_its_steps_to_another() {
        assertThat(Mix.definitions().values()).allSatisfy(definition -> {
            var ids = nodes(definition).stream().map(node -> node.get("id")).toList();
            assertThat(edges(definition)).allSatisfy(edge -> {
                assertThat(ids).contains(edge.get("source"), edge.get("target"));
                assertThat(edge.get("source")).isNotEqualTo(edge.get("target"));
            });
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> nodes(Map<String, Object> definition) {
        return (List<Map<String, Object>>) Objects.requireNonNull(definition.get("nodes"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> edges(Map<String, Object> definition) {
        return (List<Map<String, Object>>) Objects.requireNonNull(definition.get("edges"));
    }
}
