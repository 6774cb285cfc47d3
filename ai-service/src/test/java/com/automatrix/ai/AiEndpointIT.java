package com.automatrix.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.step.StepRequests;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.time.Ids;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.RealParts;
import com.automatrix.testkit.TopicProbe;
import com.automatrix.testkit.ai.ScriptedAi;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class AiEndpointIT {

    private static final ScriptedAi SERVER = ScriptedAi.start(0);

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private CloudEventRecords records;

    @Autowired
    private Ids ids;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry properties) {
        properties.add("automatrix.ai.openai.base-url", SERVER::url);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_request_that_is_delivered_again_costs_nothing() {
        StepRequested request = request("scripted-ok");

        StepCompleted answer = answerTo(request);
        send(request);
        StepCompleted next = answerTo(request("scripted-ok"));

        assertThat(answer.outcome()).isInstanceOf(StepOutcome.Succeeded.class);
        assertThat(next.outcome()).isInstanceOf(StepOutcome.Succeeded.class);
        assertThat(SERVER.asked().stream().filter(asked -> asked.model().equals("scripted-ok")))
                .hasSize(2);
    }

    @Test
    void a_rate_limit_reaches_the_engine_with_the_time_to_wait() {
        StepCompleted answer = answerTo(request("scripted-429"));

        assertThat(answer.outcome()).isInstanceOfSatisfying(StepOutcome.Failed.class, failed -> {
            assertThat(failed.error().code()).isEqualTo("ai.rate-limited");
            assertThat(failed.error().retryAfter()).isPositive();
        });
    }

    @Test
    void the_models_are_listed_with_their_health() {
        var models = Http.as("VIEWER", port).get("/api/ai/models");

        assertThat(models.status()).isEqualTo(200);
        assertThat(models.text("/0/id")).isEqualTo("openai/gpt-5-mini");
        assertThat(models.text("/0/health/state")).isEqualTo("CLOSED");
        assertThat(models.text("/1/provider")).isEqualTo("local");
    }

    private StepRequested request(String model) {
        return StepRequests.of(ids.next(), "ai.generate", Map.of("prompt", "Write a kind answer.", "model", model));
    }

    private StepCompleted answerTo(StepRequested request) {
        String key = request.executionId().toString();
        try (TopicProbe answers = TopicProbe.of(Topics.STEP_COMPLETED)) {
            send(request);
            return records.data(answers.await(message -> key.equals(message.key())), StepCompleted.class);
        }
    }

    private void send(StepRequested request) {
        kafka.send(records.record(
                        Topics.STEP_REQUESTED_AI,
                        request.executionId().toString(),
                        MessageTypes.STEP_REQUESTED,
                        request))
                .join();
    }
}
