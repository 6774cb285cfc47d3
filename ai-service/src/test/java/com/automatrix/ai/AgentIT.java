package com.automatrix.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.time.Ids;
import com.automatrix.testkit.RealParts;
import com.automatrix.testkit.TopicProbe;
import com.automatrix.testkit.ai.ScriptedAi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class AgentIT {

    private static final ScriptedAi SERVER = ScriptedAi.start(0);

    private static final List<?> TOOLS = List.of(Map.of(
            "type",
            "http.request",
            "description",
            "Calls another system.",
            "configSchema",
            Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of("url", Map.of("type", "string")),
                    "required",
                    List.of("url"))));

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private CloudEventRecords records;

    @Autowired
    private Ids ids;

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry properties) {
        properties.add("automatrix.ai.openai.base-url", SERVER::url);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void the_state_that_a_turn_gives_is_all_that_the_next_one_needs() {
        ExecutionId execution = new ExecutionId(ids.next());

        StepOutcome first = answerTo(turn(execution, 1, Map.of("turn", 1, "tools", TOOLS, "results", List.of())));
        assertThat(first).isInstanceOf(StepOutcome.Continue.class);
        StepOutcome.Continue asking = (StepOutcome.Continue) first;
        assertThat(asking.calls()).extracting("id", "type").containsExactly(tuple("t1c1", "http.request"));

        List<?> results = List.of(Map.of("id", "t1c1", "type", "http.request", "output", Map.of("status", 200)));
        Map<String, Object> next =
                Map.of("turn", 2, "tools", TOOLS, "results", results, "state", Objects.requireNonNull(asking.state()));
        StepOutcome second = answerTo(turn(execution, 2, next));

        assertThat(second)
                .isInstanceOfSatisfying(
                        StepOutcome.Succeeded.class,
                        done -> assertThat(done.output()).asString().contains("turns=2"));
    }

    private StepRequested turn(ExecutionId execution, int number, Map<String, Object> state) {
        return new StepRequested(
                execution,
                new StepRunId("agent:turn", List.of(number - 1)),
                1,
                "ai.agent",
                Map.of("goal", "Find the price.", "model", "scripted-ok"),
                Instant.parse("2099-01-01T00:00:00Z"),
                execution + "/agent:turn" + number,
                "correlation-1",
                new WorkflowId(ids.next()),
                1,
                "agent",
                state);
    }

    private StepOutcome answerTo(StepRequested request) {
        String key = request.executionId().toString();
        try (TopicProbe answers = TopicProbe.of(Topics.STEP_COMPLETED)) {
            kafka.send(records.record(Topics.STEP_REQUESTED_AI, key, MessageTypes.STEP_REQUESTED, request))
                    .join();
            return records.data(answers.await(message -> key.equals(message.key())), StepCompleted.class)
                    .outcome();
        }
    }
}
