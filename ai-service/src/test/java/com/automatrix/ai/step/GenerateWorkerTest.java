package com.automatrix.ai.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.provider.GenerateRequest;
import com.automatrix.ai.provider.Generation;
import com.automatrix.ai.provider.Generator;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.Usage;
import com.automatrix.platform.worker.StepResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenerateWorkerTest {

    private static final Usage USAGE = new Usage("m", 10, 2, null);

    @Test
    void the_output_is_the_text_that_the_model_wrote() {
        Generator generator = request -> {
            assertThat(request).isEqualTo(new GenerateRequest("Answer.", "Is it there?", 100L, 0.5, "big"));
            return new Generation("Yes.", USAGE);
        };

        StepResult result = execute(
                generator,
                Map.of(
                        "prompt", "Answer.",
                        "text", "Is it there?",
                        "maxTokens", 100,
                        "temperature", 0.5,
                        "model", "big"));

        assertThat(result).isEqualTo(new StepResult.Success(Map.of("text", "Yes."), null, USAGE));
    }

    @Test
    void a_prompt_is_needed() {
        StepResult result = execute(request -> new Generation("", USAGE), Map.of("text", "hello"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Failure.class,
                        failure -> assertThat(failure.error())
                                .returns("config.invalid", StepError::code)
                                .returns(false, StepError::retryable));
    }

    private static StepResult execute(Generator generator, Map<String, Object> config) {
        return new GenerateWorker(generator, new AiStep(ContractJson.events(), new SimpleMeterRegistry()))
                .execute(StepRequests.of("ai.generate", config));
    }
}
