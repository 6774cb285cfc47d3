package com.automatrix.execution.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.FakePeople;
import com.automatrix.execution.Http;
import com.automatrix.execution.Http.Answer;
import com.automatrix.execution.Neighbours;
import com.automatrix.execution.RunningService;
import com.automatrix.platform.people.People.Person;
import com.automatrix.testkit.TestTokens;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class HumanTasksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String APPROVED = "{\"outcome\": \"APPROVED\", \"comment\": \"Fine by me\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakePeople people;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TaskTable table;

    @Autowired
    private InstantSource clock;

    private Http operator;
    private Http kim;
    private Http lee;
    /** A department of this test alone, so that no other test's tasks are in its lists. */
    private String managers;

    @BeforeEach
    void people() {
        managers = "M" + neighbours.newId().replace("-", "").toUpperCase(Locale.ROOT);
        operator = Http.as("OPERATOR", port);
        kim = person("Kim", managers);
        lee = person("Lee", managers);
    }

    private Http person(String name, String... groups) {
        String token = TestTokens.user("VIEWER")
                .id(UUID.fromString(neighbours.newId()))
                .name(name)
                .email(name.toLowerCase(Locale.ROOT) + "@" + managers.toLowerCase(Locale.ROOT) + ".test")
                .groups(groups)
                .sign();
        return new Http(HttpClient.newHttpClient(), port, "Bearer " + token);
    }

    private WorkflowId approval(String more) {
        return neighbours.publish("Price", """
                {"specVersion": "1",
                 "nodes": [
                   {"id": "ask", "type": "human.approval", "name": "Ask",
                    "config": {"role": "%s", "title": "Send {{ input.price }}?", "context": {"price": "{{ input.price }}"}%s}},
                   {"id": "send", "type": "data.transform", "config": {"value": "{{ steps.ask.output.by & ' said yes' }}"}},
                   {"id": "stop", "type": "data.transform", "config": {"value": "no"}},
                   {"id": "late", "type": "data.transform", "config": {"value": "late"}}],
                 "edges": [{"source": "ask", "sourceHandle": "approved", "target": "send"},
                           {"source": "ask", "sourceHandle": "rejected", "target": "stop"},
                           {"source": "ask", "sourceHandle": "timeout", "target": "late"}]}""".formatted(managers, more));
    }

    private ExecutionId ask(String more) {
        return operator.execute(approval(more), "{\"price\": 21000}");
    }

    private String awaitTask(ExecutionId id) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> tasks(kim, "?scope=all&executionId=" + id), tasks -> !tasks.isEmpty())
                .getFirst()
                .path("id")
                .asString();
    }

    private static List<JsonNode> tasks(Http person, String query) {
        return person.get("/api/tasks" + query)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private String state(String task) {
        return kim.get("/api/tasks/" + task).text("/task/state");
    }

    @Test
    void somebody_claims_and_approves_and_the_execution_goes_on() {
        ExecutionId id = ask(", \"due\": \"P1D\"");
        String task = awaitTask(id);

        JsonNode asked = kim.get("/api/tasks/" + task).json();
        assertThat(asked.at("/task/title").asString()).isEqualTo("Send 21000?");
        assertThat(asked.at("/context/price").asInt()).isEqualTo(21_000);
        assertThat(asked.at("/task/executionId").asString()).isEqualTo(id.toString());
        assertThat(asked.at("/mayAct").asBoolean()).isTrue();
        assertThat(operator.get("/api/executions/" + id).text("/status")).isEqualTo("WAITING");
        assertThat(tasks(kim, "")).hasSize(1);
        assertThat(kim.get("/api/tasks/counts").json().path("mine").asInt()).isEqualTo(1);

        assertThat(kim.post("/api/tasks/" + task + "/claim", "").text("/task/claim/name"))
                .isEqualTo("Kim");
        assertThat(tasks(lee, "")).isEmpty();
        Answer taken = lee.post("/api/tasks/" + task + "/decide", APPROVED);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("/code")).isEqualTo("task.claimed");
        assertThat(taken.text("/detail")).contains("Kim");
        Answer decided = kim.post("/api/tasks/" + task + "/decide", APPROVED);

        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.text("/task/state")).isEqualTo("DONE");
        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.at("/output/send").asString()).isEqualTo("Kim said yes");
        JsonNode log = operator.logs(id).getFirst();
        assertThat(log.at("/output/decision").asString()).isEqualTo("APPROVED");
        assertThat(log.at("/output/comment").asString()).isEqualTo("Fine by me");
        assertThat(jdbc.queryForList(
                        "SELECT action FROM audit_log WHERE subject_id = ? ORDER BY id", String.class, task))
                .containsExactly("task.claimed", "task.decided");
    }

    @Test
    void a_second_decision_is_refused_and_the_first_may_come_again() {
        ExecutionId id = ask("");
        String task = awaitTask(id);
        String rejected = "{\"id\": \"%s\", \"outcome\": \"REJECTED\"}".formatted(neighbours.newId());

        assertThat(kim.post("/api/tasks/" + task + "/decide", rejected).status())
                .isEqualTo(200);
        Answer second = lee.post("/api/tasks/" + task + "/decide", APPROVED);
        Answer again = kim.post("/api/tasks/" + task + "/decide", rejected);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/code")).isEqualTo("task.already-decided");
        assertThat(second.text("/detail")).contains("Kim", "REJECTED");
        assertThat(again.status()).isEqualTo(200);
        assertThat(operator.awaitEnd(id).at("/output/stop").asString()).isEqualTo("no");
    }

    @Test
    void only_those_with_the_role_or_the_name_decide() {
        String task = awaitTask(ask(""));
        Http other = person("Otto", "SERVICE");

        Answer refused = other.post("/api/tasks/" + task + "/decide", APPROVED);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/code")).isEqualTo("task.not-yours");
        assertThat(other.post("/api/tasks/" + task + "/claim", "").status()).isEqualTo(403);
        assertThat(other.get("/api/tasks/" + task).json().path("mayAct").asBoolean())
                .isFalse();
        assertThat(tasks(other, "")).isEmpty();

        String otto = "otto@%s.test".formatted(managers.toLowerCase(Locale.ROOT));
        String toOtto = "{\"assignee\": \"%s\"}".formatted(otto);
        Answer toNobody = kim.post("/api/tasks/" + task + "/reassign", toOtto);
        assertThat(toNobody.status()).isEqualTo(400);
        assertThat(toNobody.violations()).containsExactly("/assignee task.unknown-person");
        people.put(otto, List.of(new Person(UUID.fromString(neighbours.newId()), otto, "Otto")));
        assertThat(kim.post("/api/tasks/" + task + "/reassign", toOtto).status())
                .isEqualTo(200);
        assertThat(tasks(kim, "")).isEmpty();
        assertThat(tasks(other, "")).hasSize(1);
        assertThat(other.post("/api/tasks/" + task + "/decide", APPROVED).status())
                .isEqualTo(200);
        assertThat(Http.as("ADMIN", port)
                        .post("/api/tasks/" + awaitTask(ask("")) + "/decide", APPROVED)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void when_the_time_is_over_the_execution_goes_on_without_an_answer() {
        ExecutionId id = ask(", \"due\": \"PT0.1S\"");

        assertThat(operator.awaitEnd(id).at("/output/late").asString()).isEqualTo("late");
        String task = awaitClosed(id, "EXPIRED");
        Answer late = kim.post("/api/tasks/" + task + "/decide", APPROVED);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/code")).isEqualTo("task.expired");
    }

    private String awaitClosed(ExecutionId id, String state) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> tasks(kim, "?scope=all&state=%s&executionId=%s".formatted(state, id)),
                        tasks -> !tasks.isEmpty())
                .getFirst()
                .path("id")
                .asString();
    }

    @Test
    void a_cancelled_execution_closes_its_task() {
        ExecutionId id = ask("");
        String task = awaitTask(id);

        operator.post("/api/executions/" + id + "/cancel", "{}");
        operator.awaitEnd(id);

        assertThat(state(task)).isEqualTo("CANCELLED");
        assertThat(kim.post("/api/tasks/" + task + "/decide", APPROVED).text("/code"))
                .isEqualTo("task.cancelled");
    }

    @Test
    void a_decision_during_a_pause_waits_for_its_end() {
        ExecutionId id = ask("");
        String task = awaitTask(id);
        operator.post("/api/executions/" + id + "/pause", "");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> operator.get("/api/executions/" + id)
                        .json()
                        .path("paused")
                        .asBoolean());

        kim.post("/api/tasks/" + task + "/decide", APPROVED);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        operator.logs(id).getFirst().path("status").asString().equals("COMPLETED"));
        assertThat(operator.logs(id)).hasSize(1);

        operator.post("/api/executions/" + id + "/resume", "");
        assertThat(operator.awaitEnd(id).at("/output/send").asString()).isEqualTo("Kim said yes");
    }

    @Test
    void a_decision_that_was_taken_in_time_counts_even_if_the_time_ends_before_it_arrives() {
        ExecutionId id = ask(", \"due\": \"PT5S\"");
        String task = awaitTask(id);
        // As the door leaves it, with the signal still on its way.
        int decided = jdbc.update(
                "UPDATE human_tasks SET state = 'DONE' WHERE id = ? AND state = 'OPEN'", UUID.fromString(task));
        assertThat(decided).isEqualTo(1);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !jdbc.queryForList("""
                                SELECT 1 FROM timer t JOIN human_tasks h USING (execution_id)
                                 WHERE h.id = ? AND t.due_at > h.expires_at""", UUID.fromString(task)).isEmpty());
        assertThat(operator.get("/api/executions/" + id).text("/status")).isEqualTo("WAITING");
        jdbc.update("UPDATE human_tasks SET state = 'OPEN' WHERE id = ?", UUID.fromString(task));
        kim.post("/api/tasks/" + task + "/decide", APPROVED);

        assertThat(operator.awaitEnd(id).at("/output/send").asString()).isEqualTo("Kim said yes");
    }

    @Test
    void a_form_is_checked_field_by_field() {
        WorkflowId workflow = neighbours.publish("Call", """
                {"specVersion": "1",
                 "nodes": [{"id": "call", "type": "human.task", "name": "Call them",
                            "config": {"role": "%s", "instructions": "Ask for the mileage.",
                                       "form": {"type": "object", "required": ["miles"], "additionalProperties": false,
                                                "properties": {"miles": {"type": "integer", "title": "Miles"}}}}}],
                 "edges": []}""".formatted(managers));
        ExecutionId id = operator.execute(workflow, "{}");
        String task = awaitTask(id);

        Answer wrong = kim.post("/api/tasks/" + task + "/decide", "{\"answer\": {\"miles\": \"many\", \"x\": 1}}");
        Answer empty = kim.post("/api/tasks/" + task + "/decide", "{}");
        Answer approved = kim.post("/api/tasks/" + task + "/decide", APPROVED);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("/code")).isEqualTo("task.invalid-answer");
        assertThat(wrong.violations())
                .containsExactlyInAnyOrder("/answer/miles answer.wrong-type", "/answer/x answer.unknown-field");
        assertThat(empty.violations()).containsExactly("/answer/miles answer.missing-field");
        assertThat(approved.text("/code")).isEqualTo("task.wrong-outcome");
        assertThat(kim.post("/api/tasks/" + task + "/decide", "{\"answer\": {\"miles\": 38200}}")
                        .status())
                .isEqualTo(200);
        assertThat(operator.awaitEnd(id).at("/output/call/form/miles").asInt()).isEqualTo(38_200);
    }

    @Test
    void those_that_allow_it_are_decided_together() {
        WorkflowId together = approval(", \"bulk\": true");
        List<String> ids = Stream.of(together, together, approval(""))
                .map(workflow -> awaitTask(operator.execute(workflow, "{\"price\": 1}")))
                .toList();

        Answer answer = kim.post("/api/tasks/decide", """
                {"ids": ["%s", "%s", "%s"], "outcome": "APPROVED"}""".formatted(ids.toArray()));

        assertThat(answer.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("isDecided").asBoolean()))
                .containsExactly(true, true, false);
        assertThat(answer.text("/items/2/code")).isEqualTo("task.not-bulk");
        assertThat(tasks(kim, "")).hasSize(1);
    }

    @Test
    void who_does_not_answer_is_reminded_and_a_manager_asked_too() {
        String bosses = "B" + managers;
        String task = awaitTask(ask(
                ", \"reminder\": \"PT1H\", \"escalation\": {\"after\": \"PT2H\", \"role\": \"%s\"}".formatted(bosses)));
        Http boss = person("Bo", bosses);
        Instant later = clock.instant().plus(Duration.ofHours(3));

        assertThat(tasks(boss, "")).isEmpty();
        assertThat(boss.post("/api/tasks/" + task + "/decide", APPROVED).status())
                .isEqualTo(403);
        table.remind(later);
        table.escalate(later);

        JsonNode escalated = tasks(boss, "").getFirst();
        assertThat(escalated.path("id").asString()).isEqualTo(task);
        assertThat(escalated.path("escalatedTo").asString()).isEqualTo(bosses);
        assertThat(escalated.path("remindedAt").asString())
                .isEqualTo(escalated.path("escalatedAt").asString());
        assertThat(tasks(kim, "")).hasSize(1);
        assertThat(boss.post("/api/tasks/" + task + "/decide", APPROVED).status())
                .isEqualTo(200);
    }

    @Test
    void a_list_comes_in_pages_by_what_is_due_first() {
        String second = awaitTask(ask(", \"due\": \"P2D\""));
        String first = awaitTask(ask(", \"due\": \"P1D\""));
        String last = awaitTask(ask(""));

        JsonNode page = kim.get("/api/tasks?limit=2").json();
        JsonNode rest = kim.get(
                        "/api/tasks?limit=2&cursor=" + page.path("nextCursor").asString())
                .json();

        assertThat(page.path("items").valueStream().map(task -> task.path("id").asString()))
                .containsExactly(first, second);
        assertThat(rest.path("items").valueStream().map(task -> task.path("id").asString()))
                .containsExactly(last);
        assertThat(tasks(kim, "?overdue=true")).isEmpty();
        assertThat(kim.get("/api/tasks?state=LATE").text("/code")).isEqualTo("task.bad-filter");
    }
}
