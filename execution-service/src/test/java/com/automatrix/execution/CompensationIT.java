package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class CompensationIT {

    private static final String BOOKING = """
            {"specVersion": "1",
             "nodes": [
               {"id": "hold", "type": "ai.generate", "name": "Hold a slot", "config": {"prompt": "hold"},
                "compensation": {"type": "ai.generate", "config": {"prompt": "release {{ steps.hold.output.text }}"}}},
               {"id": "pay", "type": "ai.generate", "config": {"prompt": "pay"}}],
             "edges": [{"source": "hold", "target": "pay"}]}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void a_failed_execution_has_undone_what_it_did_and_logs_it() {
        WorkflowId workflow = neighbours.publish("Booking", BOOKING);
        worker.on(workflow, request -> Optional.of(answer(request)));

        ExecutionId id = operator.execute(workflow, "{}");

        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("status").asString()).isEqualTo("FAILED");
        assertThat(ended.at("/error/code").asString()).isEqualTo("ai.refused");
        JsonNode undone = operator.logs(id).stream()
                .filter(log -> log.path("stepRunId").asString().equals("hold:compensation"))
                .findFirst()
                .orElseThrow();
        assertThat(undone.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(undone.path("nodeName").asString()).isEqualTo("Undo: Hold a slot");
        assertThat(undone.at("/input/prompt").asString()).isEqualTo("release slot 7");
    }

    private static StepOutcome answer(StepRequested request) {
        return request.nodeId().equals("pay")
                ? new StepOutcome.Failed(StepError.permanent("ai.refused", "Expected to be allowed, but I am not."))
                : new StepOutcome.Succeeded(Map.of("text", "slot 7"), null);
    }
}
