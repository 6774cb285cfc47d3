package com.automatrix.execution;

import static com.automatrix.execution.outgoing.WebServer.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.outgoing.AllowedHosts;
import com.automatrix.execution.outgoing.WebServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class OutgoingIT {

    private static final int SHARE_OF_A_HOST = 32;

    private final WebServer server = new WebServer();

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private AllowedHosts hosts;

    private Http operator;

    @BeforeEach
    void allow() {
        operator = Http.as("OPERATOR", port);
        settings(Map.of("name", "Lakeside Motors", "allowedHosts", List.of("localhost")));
        await().until(() -> hosts.allow("localhost"));
    }

    @AfterEach
    void forget() {
        server.close();
        settings(Map.of("name", "Lakeside Motors"));
        await().until(() -> !hosts.allow("localhost"));
    }

    @Test
    void a_workflow_asks_another_system_and_goes_on_with_the_answer() {
        server.on("/vehicles/", answering(200, "{\"price\": 21900}", "Content-Type", "application/json"));

        JsonNode ended = run("""
                {"id": "ask", "type": "http.request",
                 "config": {"method": "GET", "url": "%s{{ input.stock }}"}}""".formatted(server.url("localhost", "/vehicles/")), "{\"stock\": \"S-12\"}");

        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/output/ask/status").asInt()).isEqualTo(200);
        assertThat(ended.at("/output/ask/body/price").asInt()).isEqualTo(21_900);
        assertThat(server.last().uri()).isEqualTo("/vehicles/S-12");
        assertThat(server.last().headers()).containsKey("idempotency-key");
    }

    @Test
    void what_the_other_system_refuses_is_in_the_log_of_the_step() {
        server.on("/hook", answering(422, "no such lead"));

        JsonNode ended = run("""
                {"id": "tell", "type": "webhook.send", "config": {"url": "%s", "body": {"lead": "{{ input.lead }}"}}}""".formatted(server.url("localhost", "/hook")), "{\"lead\": \"4711\"}");

        assertThat(ended.path("status").asString()).isEqualTo("FAILED");
        assertThat(ended.at("/error/code").asString()).isEqualTo("http.refused");
        assertThat(server.received()).hasSize(1);
        assertThat(server.last().body()).isEqualTo("{\"lead\":\"4711\"}");
        assertThat(operator.logs(ExecutionId.parse(ended.path("id").asString()))
                        .getFirst()
                        .at("/error/details/body")
                        .asString())
                .isEqualTo("no such lead");
    }

    @Test
    void the_settings_and_the_addresses_are_guarded() {
        assertThat(errorOf("http://169.254.169.254/latest/meta-data/")).isEqualTo("http.url-refused");
        assertThat(errorOf(server.url("crm.example.test", "/"))).isEqualTo("http.host-not-allowed");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void requests_to_a_slow_host_hold_up_no_other_step() {
        CountDownLatch answers = new CountDownLatch(1);
        server.on("/slow", exchange -> {
            hold(answers);
            answering(200, "late").answer(exchange);
        });
        WorkflowId slow = publish("""
                {"id": "each", "type": "flow.foreach", "config": {"items": "{{ [1..300] }}", "parallel": 300}},
                {"id": "ask", "type": "http.request", "parent": "each",
                 "config": {"method": "GET", "url": "%s"}}""".formatted(server.url("localhost", "/slow")));

        ExecutionId waiting = operator.execute(slow, "{}");
        await().atMost(Http.PATIENCE).until(() -> server.received().size() == SHARE_OF_A_HOST);
        JsonNode quick = run("""
                {"id": "echo", "type": "bench.echo", "config": {"value": 1}}""", "{}");

        assertThat(quick.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(server.received()).hasSize(SHARE_OF_A_HOST);
        answers.countDown();
        assertThat(operator.awaitEnd(waiting).path("status").asString()).isEqualTo("COMPLETED");
        assertThat(server.received()).hasSize(300);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private String errorOf(String url) {
        return run("""
                {"id": "ask", "type": "http.request", "config": {"method": "GET", "url": "%s"}}""".formatted(url), "{}").at("/error/code").asString();
    }

    private void settings(Map<String, Object> value) {
        neighbours.tell(
                Topics.SETTINGS_CHANGED,
                "dealership",
                MessageTypes.SETTINGS_CHANGED,
                new SettingsChanged("dealership", value));
    }

    private JsonNode run(String node, String input) {
        return operator.awaitEnd(operator.execute(publish(node), input));
    }

    private WorkflowId publish(String nodes) {
        return neighbours.publish(
                "One step", "{\"specVersion\": \"1\", \"nodes\": [%s], \"edges\": []}".formatted(nodes));
    }
}
