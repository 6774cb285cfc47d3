package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.ToolCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class AgentIT {

    private static final String AGENT = """
        {"specVersion": "1",
         "nodes": [{"id": "agent", "type": "ai.agent", "name": "Find out",
                    "config": {"goal": "Look it up", "tools": ["ai.generate", "ai.summarize"],
                               "sensitiveTools": ["ai.summarize"], "approverRole": "SALES_MANAGER"}}],
         "edges": []}\
        """;

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Test
    void an_agent_uses_a_tool_and_another_one_once_a_person_has_approved_of_it() {
        WorkflowId workflow = neighbours.publish("Agent", AGENT);
        worker.on(workflow, request -> Optional.of(answer(request)));
        Http admin = Http.as("ADMIN", port);

        ExecutionId id = admin.execute(workflow, "{}");
        JsonNode task = awaitTask(admin, id);
        assertThat(admin.post("/api/tasks/" + task.path("id").asString() + "/decide", "{\"outcome\": \"APPROVED\"}")
                        .status())
                .isEqualTo(200);

        JsonNode ended = admin.awaitEnd(id);
        assertThat(task.toString()).contains("Find out: may it use “Summarise”?");
        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/output/agent/result").asString()).isEqualTo("written, done");
        assertThat(admin.logs(id).stream()
                        .map(log -> log.path("stepRunId").asString() + " "
                                + log.path("status").asString()))
                .containsExactlyInAnyOrder(
                        "agent COMPLETED",
                        "agent:turn[0] COMPLETED",
                        "agent:ai.generate[0,0] COMPLETED",
                        "agent:approval[0,1] COMPLETED",
                        "agent:ai.summarize[0,1] COMPLETED",
                        "agent:turn[1] COMPLETED");
    }

    private static JsonNode awaitTask(Http person, ExecutionId id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> person.get("/api/tasks?scope=all&executionId=" + id)
                                .json()
                                .at("/items/0"),
                        JsonNode::isObject);
    }

    private static StepOutcome answer(StepRequested request) {
        return switch (request.type()) {
            case "ai.generate" -> new StepOutcome.Succeeded("written", null);
            case "ai.summarize" -> new StepOutcome.Succeeded("done", null);
            default -> turn((Map<?, ?>) Objects.requireNonNull(request.state()));
        };
    }

    private static StepOutcome turn(Map<?, ?> state) {
        if (Integer.valueOf(1).equals(state.get("turn"))) {
            return new StepOutcome.Continue(
                    Map.of("asked", true),
                    List.of(
                            new ToolCall("1", "ai.generate", Map.of("prompt", "Write")),
                            new ToolCall("2", "ai.summarize", Map.of("text", "A long text"))));
        }
        assertThat(state.get("state")).isEqualTo(Map.of("asked", true));
        List<?> results = (List<?>) Objects.requireNonNull(state.get("results"));
        String outputs = String.join(
                ", ",
                results.stream()
                        .map(result -> String.valueOf(((Map<?, ?>) result).get("output")))
                        .toList());
        return new StepOutcome.Succeeded(Map.of("result", outputs), null);
    }
}
