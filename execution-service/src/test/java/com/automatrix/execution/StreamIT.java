package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class StreamIT {

    private static final long PATIENCE_SECONDS = 30;

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    private Http operator;
    private WorkflowId workflow;

    @BeforeEach
    void publishAWorkflowWithAWorkerStep() {
        operator = Http.as("OPERATOR", port);
        workflow = neighbours.publish("Asks", Definitions.worker("null", "PT1M"));
        worker.on(workflow, request -> Optional.empty());
    }

    @Test
    void a_stream_replays_what_happened_then_follows_until_the_end() throws Exception {
        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");
        Awaitility.await().until(() -> worker.requestsOf(workflow).size() == 1);

        CompletableFuture<List<String>> stream = operator.stream("/api/executions/" + id + "/events");
        Awaitility.await().until(() -> !stream.isDone());
        worker.answer(worker.requestsOf(workflow).getFirst(), new StepOutcome.Succeeded(Map.of("text", "hi"), null));

        List<String> lines = stream.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<String> names = valuesOf("event:", lines);
        assertThat(names).startsWith("execution.started", "step.started").contains("step.completed");
        assertThat(names.getLast()).isEqualTo("execution.completed");
        assertThat(valuesOf("id:", lines))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, names.size())
                        .mapToObj(Long::toString)
                        .toList());
    }

    @Test
    void a_stream_resumes_exactly_behind_the_last_event() throws Exception {
        worker.succeedsOn(workflow, "hi", "out");
        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");
        operator.awaitEnd(id);
        List<String> all = valuesOf(
                "id:", operator.stream("/api/executions/" + id + "/events").get(PATIENCE_SECONDS, TimeUnit.SECONDS));

        List<String> rest = valuesOf(
                "id:",
                operator.stream("/api/executions/" + id + "/events", "Last-Event-ID", "2")
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        List<String> none = operator.stream("/api/executions/" + id + "/events", "Last-Event-ID", all.getLast())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(rest).isEqualTo(all.subList(2, all.size()));
        assertThat(valuesOf("id:", none)).isEmpty();
    }

    @Test
    void the_stream_of_all_executions_tells_of_starts_and_ends() throws Exception {
        worker.succeedsOn(workflow, "hi", "out");
        try (StreamReader reader = StreamReader.open(port, "/api/executions/events")) {
            reader.await(line -> line.startsWith(":"));

            ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");

            reader.await(
                    line -> line.startsWith("data:") && line.contains(id.toString()) && line.contains("\"RUNNING\""));
            String end = reader.await(
                    line -> line.startsWith("data:") && line.contains(id.toString()) && line.contains("\"COMPLETED\""));
            assertThat(end).contains("\"workflowName\":\"Asks\"");
        }
    }

    @Test
    void the_stream_of_all_executions_tells_of_pauses() throws Exception {
        try (StreamReader reader = StreamReader.open(port, "/api/executions/events")) {
            reader.await(line -> line.startsWith(":"));
            ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");

            operator.post("/api/executions/" + id + "/pause", "{}");
            reader.await(line ->
                    line.startsWith("data:") && line.contains(id.toString()) && line.contains("\"execution.paused\""));
            operator.post("/api/executions/" + id + "/resume", "{}");
            reader.await(line ->
                    line.startsWith("data:") && line.contains(id.toString()) && line.contains("\"execution.resumed\""));
        }
    }

    @Test
    void there_is_no_stream_of_an_unknown_execution() {
        assertThat(operator.get("/api/executions/" + neighbours.newId() + "/events")
                        .status())
                .isEqualTo(404);
    }

    private static List<String> valuesOf(String field, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .toList();
    }
}
