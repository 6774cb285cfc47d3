package com.automatrix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.local.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CrashJourney {
    private static final int EXECUTIONS = 100;
    private static final List<String> STEPS = List.of("first", "look", "look2", "look3", "last");
    private final RunningSystem system = new RunningSystem();

    @Test
    void all_executions_end_and_each_step_is_applied_once_when_the_engine_is_killed_in_the_middle() {
        var workflowId = system.publish("crash", definition());
        var ids = new ArrayList<String>();
        IntStream.range(0, EXECUTIONS).forEach(number -> ids.add(start(workflowId, number)));
        await().atMost(RunningSystem.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> system.executions(workflowId).stream().anyMatch(CrashJourney::hasEnded));

        system.processes.kill(ServiceName.EXECUTION);
        system.processes.start(ServiceName.EXECUTION);

        var before = system.ended(workflowId).size();
        assertThat(before).as("ended before the crash").isLessThan(EXECUTIONS);
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(system.ended(workflowId)).hasSize(EXECUTIONS));
        assertThat(system.ended(workflowId))
                .allSatisfy(execution -> assertThat(execution.path("status").asString())
                        .as("%s", execution)
                        .isEqualTo("COMPLETED"));
        assertThat(ids).allSatisfy(this::hasEachStepOnce);
    }

    private String start(String workflowId, int number) {
        return system.post("/api/workflows/" + workflowId + "/execute", Map.of("input", Map.of("number", number)))
                .path("id")
                .asString();
    }

    private static boolean hasEnded(JsonNode execution) {
        return execution.path("status").asString().equals("COMPLETED");
    }

    private void hasEachStepOnce(String executionId) {
        var completed = system.logs(executionId).stream()
                .filter(step -> step.path("status").asString().equals("COMPLETED"))
                .collect(Collectors.groupingBy(step -> step.path("nodeId").asString(), Collectors.counting()));

        assertThat(completed).isEqualTo(STEPS.stream().collect(Collectors.toMap(step -> step, _ -> 1L)));
    }

    private static Map<String, Object> definition() {
        return RunningSystem.definition(
                List.of(),
                List.of(
                        RunningSystem.transform("first", Map.of("number", "{{ input.number }}")),
                        classify("look"),
                        classify("look2"),
                        classify("look3"),
                        RunningSystem.transform("last", Map.of("number", "{{ steps.first.output.number }}"))),
                edges());
    }

    private static List<Object> edges() {
        var edges = new ArrayList<Object>();
        edges.add(RunningSystem.edge("first", "out", "look"));
        for (var handle : List.of("buy", "sell", "unsure")) {
            edges.add(RunningSystem.edge("look", handle, "look2"));
            edges.add(RunningSystem.edge("look2", handle, "look3"));
            edges.add(RunningSystem.edge("look3", handle, "last"));
        }
        return edges;
    }

    private static Map<String, Object> classify(String id) {
        return Map.of(
                "id",
                id,
                "type",
                "ai.classify",
                "config",
                Map.of("text", "I want to buy car number {{ input.number }}", "labels", List.of("buy", "sell")));
    }
}
