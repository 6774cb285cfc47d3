package com.automatrix.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.step.StepRequests;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.time.Ids;
import com.automatrix.testkit.RealParts;
import com.automatrix.testkit.TopicProbe;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;

@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class AiServiceIT {

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private CloudEventRecords records;

    @Autowired
    private Ids ids;

    @Test
    void a_requested_classification_is_answered_with_the_label_as_the_handle() {
        StepCompleted answer = answerTo(
                "ai.classify",
                Map.of(
                        "text",
                        "Brake pedal goes to the floor, can I still drive in?",
                        "labels",
                        List.of(
                                Map.of(
                                        "label",
                                        "emergency",
                                        "examples",
                                        List.of("the brakes do not work", "smoke comes out of the engine")),
                                Map.of(
                                        "label",
                                        "routine",
                                        "examples",
                                        List.of("I need an oil change", "please rotate my tires")))));

        assertThat(answer.attempt()).isEqualTo(1);
        assertThat(answer.startedAt()).isBeforeOrEqualTo(answer.finishedAt());
        assertThat(answer.outcome()).isInstanceOfSatisfying(StepOutcome.Succeeded.class, succeeded -> {
            assertThat(succeeded.handles()).containsExactly("emergency");
            assertThat(succeeded.output())
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("label", "emergency");
        });
    }

    @Test
    void a_requested_text_without_a_model_fails_and_names_the_missing_setting() {
        StepCompleted answer = answerTo("ai.generate", Map.of("prompt", "Write a kind answer."));

        assertThat(answer.outcome()).isInstanceOfSatisfying(StepOutcome.Failed.class, failed -> {
            assertThat(failed.error().code()).isEqualTo("ai.not-configured");
            assertThat(failed.error().message()).contains("OPENAI_API_KEY");
            assertThat(failed.error().retryable()).isFalse();
        });
    }

    private StepCompleted answerTo(String type, Map<String, Object> config) {
        var request = StepRequests.of(ids.next(), type, config);
        var key = request.executionId().toString();
        try (TopicProbe answers = TopicProbe.of(Topics.STEP_COMPLETED)) {
            kafka.send(records.record(Topics.STEP_REQUESTED_AI, key, MessageTypes.STEP_REQUESTED, request))
                    .join();
            return records.data(answers.await(message -> key.equals(message.key())), StepCompleted.class);
        }
    }
}
