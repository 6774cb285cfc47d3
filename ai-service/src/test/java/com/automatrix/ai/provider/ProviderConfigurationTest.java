package com.automatrix.ai.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.automatrix.contracts.json.ContractJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

class ProviderConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withBean(JsonMapper.class, ContractJson::events)
            .withUserConfiguration(ProviderConfiguration.class, Properties.class);

    @Test
    void without_a_key_the_local_model_classifies_and_generating_names_the_missing_setting() {
        runner.run(context -> {
            assertThat(context.getBean(Classifier.class)).isInstanceOf(LocalClassifier.class);
            var refusal = catchThrowableOfType(
                    ProviderException.class,
                    () -> context.getBean(Generator.class)
                            .generate(new GenerateRequest("Write.", null, null, null, null)));
            assertThat(refusal.code()).isEqualTo("ai.not-configured");
            assertThat(refusal.retryable()).isFalse();
            assertThat(refusal.sentence()).contains("OPENAI_API_KEY");
        });
    }

    @Test
    void a_key_or_a_base_url_chooses_the_endpoint() {
        runner.withPropertyValues("automatrix.ai.openai.api-key=key")
                .run(context -> assertThat(context.getBean(Classifier.class)).isInstanceOf(OpenAiClassifier.class));
        runner.withPropertyValues("automatrix.ai.openai.base-url=http://localhost:11434/v1")
                .run(context -> assertThat(context.getBean(Generator.class)).isInstanceOf(OpenAiGenerator.class));
    }

    @Test
    void the_defaults_are_these() {
        runner.run(context -> assertThat(context.getBean(AiProperties.class))
                .isEqualTo(new AiProperties(
                        new AiProperties.OpenAi("", "", "", "gpt-5-mini", Duration.ofSeconds(30), 0.6),
                        new AiProperties.Local(0.5, 0.04, 2))));
    }

    @Test
    void a_threshold_above_one_stops_the_start() {
        runner.withPropertyValues("automatrix.ai.local.confidence-min=1.5")
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(AiProperties.class)
    static class Properties {}
}
