package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.TriggerKind;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.execution.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list of executions finds what people ask for. */
@RunningService
class SearchIT {

    private static final String KEYED = """
            {"specVersion": "1",
             "nodes": [{"id": "greet", "type": "data.transform", "config": {"value": 1}}],
             "edges": [],
             "settings": {"businessKeys": {"vin": "{{ input.vin }}", "customer": "{{ input.customer }}"}%s}}""";

    private static final String ONCE = "{\"maxAttempts\": 1}";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Autowired
    private JdbcTemplate jdbc;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void an_execution_is_found_by_any_of_its_business_keys_however_they_are_typed() {
        WorkflowId workflow = neighbours.publish("Keyed", KEYED.formatted(""));
        String vin = "VIN" + neighbours.newId();
        ExecutionId one = end(workflow, "{\"vin\": \"%s\", \"customer\": 77}".formatted(vin));
        ExecutionId other = end(workflow, "{\"vin\": \"another\", \"customer\": \"%s\"}".formatted(vin));

        assertThat(found("businessKey=" + vin)).containsExactly(other, one);
        assertThat(found("businessKey=" + vin.toLowerCase(Locale.ROOT))).containsExactly(other, one);
        assertThat(found("businessKey=vin:" + vin)).containsExactly(one);
        assertThat(found("businessKey=customer:%20" + vin + "%20")).containsExactly(other);
        assertThat(found("businessKey=lead:" + vin)).isEmpty();
        assertThat(found("businessKey=77&workflowId=" + workflow)).containsExactly(one);
        assertThat(found("businessKey=" + vin.substring(0, 20))).isEmpty();
    }

    @Test
    void an_execution_is_found_by_how_a_business_key_begins_or_ends() {
        WorkflowId workflow = neighbours.publish("Keyed", KEYED.formatted(""));
        String token = neighbours.newId().replace("-", "");
        ExecutionId vin = end(workflow, "{\"vin\": \"1HG%s\"}".formatted(token));
        ExecutionId customer = end(workflow, "{\"customer\": \"%s_50%%@example.com\"}".formatted(token));

        assertThat(found("businessKeyPart=" + token.toUpperCase(Locale.ROOT))).containsExactly(customer, vin);
        assertThat(found("businessKeyPart=" + token.substring(20) + "&workflowId=" + workflow))
                .containsExactly(vin);
        assertThat(found("businessKeyPart=" + encoded(token + "_50%"))).containsExactly(customer);
        assertThat(found("businessKeyPart=" + encoded(token + "%50"))).isEmpty();
        assertThat(found("businessKeyPart=" + token.substring(2, 30))).isEmpty();
    }

    @Test
    void executions_are_found_by_when_they_ended() {
        WorkflowId workflow = asking();
        ExecutionId id = failing(workflow, "at the end");
        Instant ended = Instant.parse(operator.get("/api/executions/" + id).text("/finishedAt"));

        String of = "workflowId=" + workflow;
        assertThat(found(of + "&endedFrom=" + ended)).containsExactly(id);
        assertThat(found(of + "&endedFrom=" + ended + "&endedTo=" + ended.plusMillis(1)))
                .containsExactly(id);
        assertThat(found(of + "&endedTo=" + ended)).isEmpty();
        assertThat(found(of + "&endedFrom=" + ended.plusMillis(1))).isEmpty();
    }

    @Test
    void a_page_of_what_a_business_key_finds_goes_on_where_the_one_before_ended() {
        WorkflowId workflow = neighbours.publish("Keyed", KEYED.formatted(""));
        String input = "{\"vin\": \"%1$s\", \"customer\": \"%1$s\"}".formatted(neighbours.newId());
        List<ExecutionId> started = List.of(end(workflow, input), end(workflow, input), end(workflow, input));
        String filter = "businessKey=" + input.substring(9, 45);

        Answer first = operator.get("/api/executions?limit=2&" + filter);
        Answer second = operator.get("/api/executions?limit=2&" + filter + "&cursor=" + first.text("/nextCursor"));

        assertThat(ids(first)).containsExactly(started.get(2), started.get(1));
        assertThat(ids(second)).containsExactly(started.get(0));
        assertThat(second.text("/nextCursor")).isEmpty();
    }

    @Test
    void an_execution_shows_its_business_keys() {
        WorkflowId workflow = neighbours.publish("Keyed", KEYED.formatted(""));
        ExecutionId id = end(workflow, "{\"vin\": \"1HGCM82633A004352\", \"customer\": 77}");
        ExecutionId without = end(workflow, "{}");

        Answer one = operator.get("/api/executions/" + id);
        Answer list = operator.get("/api/executions?workflowId=" + workflow);

        assertThat(one.json().path("businessKeys"))
                .hasToString("{\"customer\":\"77\",\"vin\":\"1HGCM82633A004352\"}")
                .isEqualTo(list.json().at("/items/1/businessKeys"));
        assertThat(list.text("/items/0/id")).isEqualTo(without.toString());
        assertThat(list.json().at("/items/0").has("businessKeys")).isFalse();
    }

    @Test
    void an_execution_that_queues_is_found_by_its_business_keys() {
        WorkflowId workflow = neighbours.publish(
                "Keyed", KEYED.formatted(", \"concurrency\": {\"limit\": 1, \"key\": \"{{ input.vin }}\"}"));
        String vin = neighbours.newId();

        ExecutionId id = end(workflow, "{\"vin\": \"%s\"}".formatted(vin));

        assertThat(found("businessKey=vin:" + vin)).containsExactly(id);
    }

    @Test
    void executions_are_found_by_the_words_with_which_they_or_their_steps_failed() {
        WorkflowId workflow = asking();
        String word = "w" + neighbours.newId().replace("-", "");
        ExecutionId refused = failing(workflow, "Connection to api.%s.example refused, code=E-17".formatted(word));
        ExecutionId slow = failing(workflow, "Timed out while waiting for %s".formatted(word));
        ExecutionId other = failing(workflow, "Connection refused by somebody else");

        assertThat(found("text=" + word)).containsExactly(slow, refused);
        assertThat(found("text=" + word + "+REFUSED")).containsExactly(refused);
        assertThat(found("text=" + word.substring(0, 30))).containsExactly(slow, refused);
        assertThat(found("text=" + word + "+-refused")).containsExactly(slow);
        assertThat(found("text=" + encoded("\"connection refused\" e-17 or \"out while\"") + "&workflowId=" + workflow))
                .containsExactly(slow);
        assertThat(found("text=" + encoded("\"connection refused\"") + "&workflowId=" + workflow))
                .containsExactly(other);
        assertThat(found("text=" + encoded("api." + word + ".example"))).containsExactly(refused);
        assertThat(found("text=" + encoded("!&|<->:*()'\\") + "&workflowId=" + workflow))
                .isEmpty();
    }

    @Test
    void every_attempt_is_searched_and_a_message_that_comes_again_is_kept_once() {
        WorkflowId workflow = neighbours.publish(
                "Asks", Definitions.worker("{\"maxAttempts\": 3, \"initialInterval\": \"PT0.1S\"}", "PT1M"));
        worker.on(
                workflow,
                request -> Optional.of(new StepOutcome.Failed(
                        request.attempt() < 3
                                ? StepError.passing("test.busy", "It is busy")
                                : StepError.permanent("test.failed", "It gave up"))));
        ExecutionId id = end(workflow, "{}");

        assertThat(found("text=busy&workflowId=" + workflow)).containsExactly(id);
        assertThat(found("text=gave&workflowId=" + workflow)).containsExactly(id);
        assertThat(jdbc.queryForObject(
                        "SELECT messages FROM execution_errors WHERE execution_id = ?", String.class, id.value()))
                .startsWith("It is busy\n")
                .containsOnlyOnce("busy")
                .contains("It gave up");
    }

    @Test
    void executions_are_found_by_several_statuses() {
        WorkflowId workflow = asking();
        ExecutionId failed = failing(workflow, "It failed");
        ExecutionId running = waiting(workflow);
        ExecutionId cancelled = waiting(workflow);
        operator.post("/api/executions/" + cancelled + "/cancel", "{}");
        operator.awaitEnd(cancelled);
        String ofWorkflow = "workflowId=" + workflow;

        assertThat(found(ofWorkflow + "&status=FAILED")).containsExactly(failed);
        assertThat(found(ofWorkflow + "&status=FAILED&status=CANCELLED")).containsExactly(cancelled, failed);
        assertThat(found(ofWorkflow + "&status=FAILED,RUNNING")).containsExactly(running, failed);
        assertThat(found(ofWorkflow + "&status=COMPLETED,CANCELLED")).containsExactly(cancelled);
        assertThat(found(ofWorkflow + "&status=FAILED,CANCELLED&text=failed")).containsExactly(failed);
        assertThat(found(ofWorkflow + "&status=")).containsExactly(cancelled, running, failed);
    }

    @Test
    void executions_are_found_by_version_trigger_event_type_and_correlation_id() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        ExecutionId first = end(workflow, "{\"name\": \"Ada\"}");
        neighbours.publish(workflow, 2, "Greeting", Definitions.GREETING);
        TriggerRef lead = new TriggerRef(TriggerKind.EVENT, "lead", "e-1", "com.automatrix.lead.received.v1");
        String correlation = "corr-" + neighbours.newId();
        ExecutionId second = triggered(workflow, lead, correlation);
        String ofWorkflow = "workflowId=" + workflow;

        assertThat(found(ofWorkflow + "&version=1")).containsExactly(first);
        assertThat(found(ofWorkflow + "&version=2")).containsExactly(second);
        assertThat(found(ofWorkflow + "&trigger=EVENT")).containsExactly(second);
        assertThat(found(ofWorkflow + "&trigger=API")).containsExactly(first);
        assertThat(found(ofWorkflow + "&trigger=WEBHOOK")).isEmpty();
        assertThat(found(ofWorkflow + "&eventType=com.automatrix.lead.received.v1"))
                .containsExactly(second);
        assertThat(found(ofWorkflow + "&eventType=com.automatrix.call.missed.v1"))
                .isEmpty();
        assertThat(found("correlationId=" + correlation)).containsExactly(second);
    }

    @Test
    void executions_are_found_by_when_they_were_asked_for() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        ExecutionId id = end(workflow, "{\"name\": \"Ada\"}");
        Instant asked = Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> 16);
        String ofWorkflow = "workflowId=" + workflow;

        assertThat(found(ofWorkflow + "&from=" + asked + "&to=" + asked.plusMillis(1)))
                .containsExactly(id);
        assertThat(found(ofWorkflow + "&from=" + asked.plusMillis(1))).isEmpty();
        assertThat(found(ofWorkflow + "&to=" + asked)).isEmpty();
        assertThat(found(ofWorkflow + "&from=0000-01-01T00:00:00Z&to=%2B999999-01-01T00:00:00Z"))
                .containsExactly(id);
    }

    @Test
    void a_filter_that_cannot_be_read_is_refused_with_a_sentence() {
        assertRefused(
                "status=FINE",
                "Expected one of PENDING, RUNNING, WAITING, COMPENSATING, COMPLETED, FAILED, "
                        + "CANCELLED for status, but got \"FINE\".");
        assertRefused(
                "trigger=MAGIC", "Expected one of API, EVENT, SCHEDULE, WEBHOOK, CALL for trigger, but got \"MAGIC\".");
        assertRefused("workflowId=x", "Expected the id of a workflow, but got \"x\".");
        assertRefused("version=1", "Expected a workflowId too, since each workflow counts versions of its own.");
        assertRefused(
                "version=0&workflowId=" + neighbours.newId(), "Expected a version, counted from 1, but got \"0\".");
        assertRefused("from=today", "Expected a time such as 2026-05-01T14:00:00Z for from, but got \"today\".");
        assertRefused(
                "from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z",
                "Expected a time after 2026-05-02T00:00:00Z, but got 2026-05-01T00:00:00Z.");
        assertRefused(
                "endedFrom=2026-05-02T00:00:00Z&endedTo=2026-05-01T00:00:00Z",
                "Expected a time after 2026-05-02T00:00:00Z, but got 2026-05-01T00:00:00Z.");
        assertRefused("businessKeyPart=ab", "Expected at least 3 characters, but got 2.");
        assertRefused("text=" + "x".repeat(201), "Expected at most 200 characters, but got 201.");
        assertThat(operator.get("/api/executions?correlationId=%00&text=%00&businessKey=%00&eventType=a%00")
                        .status())
                .isEqualTo(200);
    }

    private void assertRefused(String query, String sentence) {
        Answer answer = operator.get("/api/executions?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("execution.bad-filter");
        assertThat(answer.text("/detail")).isEqualTo(sentence);
        assertThat(answer.violations()).singleElement().asString().startsWith("?");
    }

    private ExecutionId end(WorkflowId workflow, String input) {
        ExecutionId id = operator.execute(workflow, input);
        operator.awaitEnd(id);
        return id;
    }

    /** Its one step fails with the name in the input, unless there is none. */
    private WorkflowId asking() {
        WorkflowId workflow = neighbours.publish("Asks", Definitions.worker(ONCE, "PT1M"));
        worker.on(workflow, request -> {
            String message = String.valueOf(request.config().get("prompt")).substring("Hi ".length());
            return message.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StepOutcome.Failed(StepError.permanent("test.failed", message)));
        });
        return workflow;
    }

    private ExecutionId failing(WorkflowId workflow, String message) {
        return end(workflow, "{\"name\": \"%s\"}".formatted(message));
    }

    private ExecutionId waiting(WorkflowId workflow) {
        ExecutionId id = operator.execute(workflow, "{}");
        await(() -> operator.get("/api/executions/" + id).text("/status").equals("RUNNING"));
        return id;
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private ExecutionId triggered(WorkflowId workflow, TriggerRef trigger, String correlation) {
        ExecutionId id = ExecutionId.parse(neighbours.newId());
        StartExecution start = new StartExecution(
                UUID.fromString(neighbours.newId()),
                id,
                workflow,
                2,
                Map.of("name", "Ada"),
                trigger,
                correlation,
                null,
                null,
                null,
                null);
        neighbours.tell(Topics.EXECUTION_COMMANDS, id.toString(), MessageTypes.EXECUTION_COMMAND, start);
        operator.awaitEnd(id);
        return id;
    }

    private List<ExecutionId> found(String query) {
        Answer answer = operator.get("/api/executions?" + query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return ids(answer);
    }

    private static List<ExecutionId> ids(Answer answer) {
        List<ExecutionId> ids = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(item -> ids.add(ExecutionId.parse(item.path("id").asString())));
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
