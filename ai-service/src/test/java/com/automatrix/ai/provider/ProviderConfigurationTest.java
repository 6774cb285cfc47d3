package com.automatrix.ai.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.credential.CredentialFailure;
import com.automatrix.platform.credential.Credentials;
import com.automatrix.testkit.ai.ScriptedAi;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProviderConfigurationTest {

    private static final ModelRequest WRITE = new ModelRequest(
            "scripted-ok", new Task.Write(), List.of(Message.instructions("Write.")), null, null, null, null);

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withBean(InstantSource.class, InstantSource::system)
            .withBean(Credentials.class, () -> name -> {
                if (name.equals("ai-key")) {
                    return new Credential.Bearer("secret");
                }
                throw CredentialFailure.notFound(name);
            })
            .withUserConfiguration(ProviderConfiguration.class, Properties.class);

    @Test
    void without_a_key_the_local_model_answers_and_writing_names_the_missing_setting() {
        runner.run(context -> {
            Providers providers = context.getBean(Providers.class);
            assertThat(providers.target(null).text()).isEqualTo("local/bge-small-en-v1.5");
            var refusal = catchThrowableOfType(
                    ProviderException.class,
                    () -> providers.target(null).provider().ask(WRITE));
            assertThat(refusal.code()).isEqualTo("ai.not-configured");
            assertThat(refusal.sentence()).contains("OPENAI_API_KEY");
        });
    }

    @Test
    void a_step_names_a_provider_a_model_of_it_or_a_model_of_the_first() {
        runner.withPropertyValues(
                        "automatrix.ai.openai.api-key=key",
                        "automatrix.ai.providers.ollama.base-url=http://localhost:11434/v1",
                        "automatrix.ai.providers.ollama.model=llama3.3")
                .run(context -> {
                    Providers providers = context.getBean(Providers.class);
                    assertThat(providers.target("").text()).isEqualTo("openai/gpt-5-mini");
                    assertThat(providers.target("gpt-5-nano").text()).isEqualTo("openai/gpt-5-nano");
                    assertThat(providers.target("ollama").text()).isEqualTo("ollama/llama3.3");
                    assertThat(providers.target("ollama/qwen3").text()).isEqualTo("ollama/qwen3");
                    assertThat(providers.target("local").provider().name()).isEqualTo("local");
                    assertThat(providers.target("meta-llama/Llama-3").text()).isEqualTo("openai/meta-llama/Llama-3");
                });
    }

    @Test
    void a_key_comes_from_a_credential_at_the_moment_of_use() {
        try (ScriptedAi server = ScriptedAi.start(0)) {
            runner.withPropertyValues(
                            "automatrix.ai.providers.hosted.base-url=" + server.url(),
                            "automatrix.ai.providers.hosted.credential=ai-key",
                            "automatrix.ai.providers.wrong.base-url=" + server.url(),
                            "automatrix.ai.providers.wrong.credential=no-key")
                    .run(context -> {
                        Providers providers = context.getBean(Providers.class);
                        assertThat(providers
                                        .target("hosted")
                                        .provider()
                                        .ask(WRITE)
                                        .text())
                                .isNotBlank();
                        var missing = catchThrowableOfType(
                                ProviderException.class,
                                () -> providers.target("wrong").provider().ask(WRITE));
                        assertThat(missing.code()).isEqualTo("credential.not-found");
                    });
        }
    }

    @Test
    void the_defaults_are_these() {
        runner.run(context -> assertThat(context.getBean(AiProperties.class))
                .isEqualTo(new AiProperties(
                        new AiProperties.Endpoint(
                                "", "", "", "", "gpt-5-mini", List.of(), Duration.ofSeconds(30), true, 0.6, 256, 0),
                        Map.of(),
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
