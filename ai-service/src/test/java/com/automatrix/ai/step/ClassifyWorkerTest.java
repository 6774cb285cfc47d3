package com.automatrix.ai.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.provider.Classification;
import com.automatrix.ai.provider.Classifier;
import com.automatrix.ai.provider.ClassifyRequest;
import com.automatrix.ai.provider.Label;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.Usage;
import com.automatrix.platform.worker.StepResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifyWorkerTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<ClassifyRequest> asked = new ArrayList<>();

    @Test
    void the_label_is_the_handle_that_fires() {
        StepResult result = execute(Map.of(
                "text",
                "I'll take it",
                "labels",
                List.of("cold", Map.of("label", "hot", "description", "buys now", "examples", List.of("sold")))));

        assertThat(asked)
                .containsExactly(new ClassifyRequest(
                        "I'll take it",
                        List.of(new Label("cold", null, List.of()), new Label("hot", "buys now", List.of("sold"))),
                        null,
                        null,
                        null));
        assertThat(result)
                .isEqualTo(new StepResult.Success(
                        Map.of("label", "hot", "confidence", 0.9, "scores", Map.of("hot", 0.9)),
                        List.of("hot"),
                        new Usage("m", 10, 2, null)));
        assertThat(metrics.counter("automatrix.ai.calls", "type", "ai.classify", "outcome", "success")
                        .count())
                .isEqualTo(1);
        assertThat(metrics.counter("automatrix.ai.tokens", "type", "ai.classify", "direction", "prompt")
                        .count())
                .isEqualTo(10);
    }

    @Test
    void an_empty_text_is_unsure_and_asks_nobody() {
        StepResult result = execute(Map.of("text", "  ", "labels", List.of("hot", "cold")));

        assertThat(asked).isEmpty();
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Success.class,
                        success -> assertThat(success.handles()).containsExactly(Classification.UNSURE));
    }

    @Test
    void a_config_that_does_not_fit_fails_for_good() {
        assertThat(error(execute(Map.of("text", "hello", "labels", List.of("one")))))
                .returns("config.invalid", StepError::code)
                .returns(false, StepError::retryable);
        assertThat(error(execute(Map.of("text", "hello", "labels", "hot"))))
                .returns("config.invalid", StepError::code)
                .returns(false, StepError::retryable);
    }

    private StepResult execute(Map<String, Object> config) {
        Classifier classifier = request -> {
            asked.add(request);
            return new Classification("hot", 0.9, Map.of("hot", 0.9), new Usage("m", 10, 2, null));
        };
        return new ClassifyWorker(classifier, new AiStep(ContractJson.events(), metrics))
                .execute(StepRequests.of("ai.classify", config));
    }

    private static StepError error(StepResult result) {
        return ((StepResult.Failure) result).error();
    }
}
