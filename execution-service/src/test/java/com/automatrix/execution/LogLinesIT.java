package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.LogLine;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.Http.Answer;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.trace.Correlation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class LogLinesIT {

    private static final String NOWHERE = """
            {"specVersion": "1", "edges": [], "nodes": [
              {"id": "ask", "type": "http.request", "config": {"method": "GET", "url": "http://169.254.169.254/"}}]}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    @Qualifier("rootLog")
    private Lifecycle rootLog;

    private Http operator;

    /** Other tests start applications in this process, each of which configures the log anew. */
    @BeforeEach
    void listenToTheLog() {
        rootLog.start();
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void what_a_worker_logged_about_an_execution_is_listed_there() {
        ExecutionId id = run(neighbours.publish("Asks nowhere", NOWHERE), Correlation.fresh());

        await().untilAsserted(() -> assertThat(lines(id, "")).anySatisfy(line -> {
            assertThat(line.path("level").asString()).isEqualTo("INFO");
            assertThat(line.path("message").asString())
                    .isEqualTo("attempt failed execution=%s step=ask attempt=1 type=http.request code=http.url-refused"
                            .formatted(id));
        }));
    }

    @Test
    void lines_of_all_services_are_paged_by_time_and_kept_once() {
        String correlationId = Correlation.fresh();
        ExecutionId id = run(neighbours.publish("Greeting", Definitions.GREETING), correlationId);
        LogLine first = line(correlationId, "model asked", null);
        LogLine second = line(correlationId, "text with a NUL \0", "java.lang.IllegalStateException: gone");

        tell(second);
        tell(first);
        tell(first);

        await().untilAsserted(() -> assertThat(messages(lines(id, ""))).contains("model asked", "text with a NUL "));
        Answer page = operator.get("/api/executions/%s/log-lines?limit=1".formatted(id));
        assertThat(messages(List.of(page.json().path("items").get(0)))).containsExactly("model asked");
        List<JsonNode> rest = lines(id, "?cursor=" + page.text("/nextCursor"));
        assertThat(messages(rest)).containsExactly("text with a NUL ");
        assertThat(rest.getFirst().path("exception").asString()).isEqualTo("java.lang.IllegalStateException: gone");
        assertThat(rest.getFirst().path("service").asString()).isEqualTo("ai-service");
    }

    @Test
    void lines_may_be_read_by_operators_of_executions_that_exist() {
        ExecutionId id = run(neighbours.publish("Greeting", Definitions.GREETING), Correlation.fresh());

        assertThat(Http.as("VIEWER", port).get(path(id)).status()).isEqualTo(403);
        Answer unknown = operator.get(path(new ExecutionId(UUID.randomUUID())));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("/code")).isEqualTo("execution.not-found");
    }

    @Test
    void a_month_later_a_line_is_forgotten() {
        String correlationId = Correlation.fresh();
        ExecutionId id = run(neighbours.publish("Greeting", Definitions.GREETING), correlationId);
        tell(line(correlationId, "soon old", null));
        await().until(() -> messages(lines(id, "")).contains("soon old"));

        jdbc.update(
                "UPDATE log_lines SET at = ? WHERE correlation_id = ?",
                OffsetDateTime.now(ZoneOffset.UTC).minusDays(31),
                correlationId);
        jdbc.update("UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'forget-log-lines'");

        await().until(() -> lines(id, "").isEmpty());
    }

    private ExecutionId run(WorkflowId workflow, String correlationId) {
        Answer answer = operator.post(
                "/api/workflows/%s/execute".formatted(workflow),
                "{\"input\": {\"name\": \"Ada\"}}",
                Correlation.HEADER,
                correlationId,
                "Prefer",
                "wait=20");
        return ExecutionId.parse(answer.text("/id"));
    }

    private LogLine line(String correlationId, String message, @Nullable String exception) {
        return new LogLine(
                ids.next(), Instant.now(), "ai-service", "WARN", "Sample", correlationId, message, exception);
    }

    private void tell(LogLine line) {
        neighbours.tell(Topics.LOG_LINES, line.correlationId(), MessageTypes.LOG_LINE, line);
    }

    private List<JsonNode> lines(ExecutionId id, String query) {
        return StreamSupport.stream(
                        operator.get(path(id) + query).json().path("items").spliterator(), false)
                .toList();
    }

    private static List<String> messages(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("message").asString()).toList();
    }

    private static String path(ExecutionId id) {
        return "/api/executions/%s/log-lines".formatted(id);
    }
}
