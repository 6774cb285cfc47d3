package com.automatrix.execution.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.FakePeople;
import com.automatrix.execution.Http;
import com.automatrix.execution.Neighbours;
import com.automatrix.execution.RunningService;
import com.automatrix.platform.people.People.Person;
import com.automatrix.testkit.TestTokens;
import com.automatrix.testkit.TopicProbe;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class TaskMailsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakePeople people;

    @Autowired
    private TaskTable table;

    @Autowired
    private InstantSource clock;

    private Http operator;
    private Http kim;
    private Person kimAsPerson;
    private String managers;

    @BeforeEach
    void meetTheManagers() {
        managers = "M" + neighbours.newId().replace("-", "").toUpperCase(Locale.ROOT);
        operator = Http.as("OPERATOR", port);
        kimAsPerson = person("Kim");
        kim = new Http(
                HttpClient.newHttpClient(),
                port,
                "Bearer "
                        + TestTokens.user("VIEWER")
                                .id(kimAsPerson.id())
                                .name("Kim")
                                .email(kimAsPerson.email())
                                .groups(managers)
                                .sign());
        people.put(managers, List.of(kimAsPerson, person("Lee")));
    }

    private Person person(String name) {
        return new Person(
                UUID.fromString(neighbours.newId()),
                name.toLowerCase(Locale.ROOT) + "@" + managers.toLowerCase(Locale.ROOT) + ".test",
                name);
    }

    @Test
    void all_of_a_group_are_written_to_with_a_link_and_without_what_is_behind_the_sign_in() {
        ExecutionId id = ask("");

        List<JsonNode> mails = awaitMails(id, 2);

        assertThat(mails)
                .extracting(mail -> mail.path("to").asString())
                .allMatch(to -> to.startsWith("kim@") || to.startsWith("lee@"));
        JsonNode mail = operator.get(
                        "/api/messages/" + mails.getFirst().path("id").asString())
                .json();
        assertThat(mail.path("subject").asString()).isEqualTo("Approval wanted: Send it?");
        assertThat(mail.path("text").asString())
                .contains("http://localhost:8080/inbox/" + task(id))
                .doesNotContain("21000")
                .doesNotContain("Look twice");
        assertThat(mail.path("purpose").asString()).isEqualTo("TRANSACTIONAL");
        assertThat(mail.path("reason").asString()).contains("to a colleague");
    }

    @Test
    void the_one_whose_task_it_is_is_reminded_and_others_hear_of_it_when_it_is_escalated() {
        String bosses = "B" + managers;
        people.put(bosses, List.of(person("Bo")));
        ExecutionId id = ask(
                ", \"assignee\": \"%s\", \"reminder\": \"PT1H\", \"escalation\": {\"after\": \"PT2H\", \"role\": \"%s\"}"
                        .formatted(kimAsPerson.email(), bosses));
        assertThat(awaitMails(id, 1).getFirst().path("to").asString()).isEqualTo(kimAsPerson.email());

        table.remind(clock.instant().plus(Duration.ofHours(3)));
        table.escalate(clock.instant().plus(Duration.ofHours(3)));

        assertThat(awaitMails(id, 3))
                .extracting(
                        mail -> mail.path("to").asString().replaceAll("@.*", ""),
                        mail -> mail.path("subject").asString().replaceAll(":.*", ""))
                .containsExactlyInAnyOrder(
                        tuple("kim", "Approval wanted"), tuple("kim", "Reminder"), tuple("bo", "Escalated"));
    }

    @Test
    void other_systems_hear_what_is_requested_and_decided_but_not_what_it_is_about() {
        try (TopicProbe platform = TopicProbe.of(Topics.DEALERSHIP_PLATFORM)) {
            ExecutionId id = ask("");
            String task = awaitTask(id);

            assertThat(kim.post(
                                    "/api/tasks/" + task + "/decide",
                                    "{\"outcome\": \"APPROVED\", \"comment\": \"Secret\"}")
                            .status())
                    .isEqualTo(200);

            var events = platform.await(2, event -> ("task/" + task).equals(event.key()));
            assertThat(events)
                    .extracting(event ->
                            new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                    .containsExactly("com.automatrix.approval.requested.v1", "com.automatrix.approval.decided.v1");
            var requested = ContractJson.events().readTree(events.getFirst().value());
            var decided = ContractJson.events().readTree(events.getLast().value());
            assertThat(new SchemaCheck().event("approval.requested.v1", requested))
                    .isEmpty();
            assertThat(new SchemaCheck().event("approval.decided.v1", decided)).isEmpty();
            assertThat(requested.path("role").asString()).isEqualTo(managers);
            assertThat(decided.path("decision").asString()).isEqualTo("APPROVED");
            assertThat(decided.path("decidedBy").asString())
                    .isEqualTo(kimAsPerson.id().toString());
            assertThat(requested.toString() + decided)
                    .doesNotContain("Send it")
                    .doesNotContain("21000")
                    .doesNotContain("Secret");
        }
    }

    private ExecutionId ask(String more) {
        return operator.execute(neighbours.publish("Price", """
                {"specVersion": "1", "edges": [],
                 "nodes": [
                   {"id": "ask", "type": "human.approval", "name": "Ask",
                    "config": {"role": "%s", "title": "Send it?", "instructions": "Look twice",
                               "context": {"price": "{{ input.price }}"}%s}}]}""".formatted(managers, more)), "{\"price\": 21000}");
    }

    private String awaitTask(ExecutionId id) {
        return await().atMost(Http.PATIENCE).until(() -> task(id), found -> !found.isEmpty());
    }

    private String task(ExecutionId id) {
        return kim.get("/api/tasks?scope=all&executionId=" + id).text("/items/0/id");
    }

    private List<JsonNode> awaitMails(ExecutionId id, int count) {
        return await().atMost(Http.PATIENCE)
                .until(
                        () -> operator.get("/api/messages?state=OUTBOX&executionId=" + id)
                                .json()
                                .path("items")
                                .valueStream()
                                .toList(),
                        mails -> mails.size() == count);
    }
}
