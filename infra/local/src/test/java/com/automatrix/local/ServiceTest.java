package com.automatrix.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceTest {
    @TempDir
    Path home = Path.of("");

    @ParameterizedTest
    @EnumSource
    void only_the_gateway_can_be_reached_from_elsewhere(ServiceName name) {
        var address = name == ServiceName.GATEWAY ? null : "127.0.0.1";

        assertThat(environment(name).get("SERVER_ADDRESS")).isEqualTo(address);
        assertThat(environment(name)).containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource
    void only_ai_service_gets_the_providers_credentials_and_the_key_of_its_log(ServiceName name) {
        var environment = environment(name);

        if (name == ServiceName.AI) {
            assertThat(environment)
                    .containsEntry("OPENAI_API_KEY", "k")
                    .containsEntry("OPENAI_BASE_URL", "")
                    .containsEntry("OPENAI_ORG_ID", "o")
                    .containsEntry("AUTOMATRIX_AI_FULL_TEXT_KEY", "f");
        } else {
            assertThat(environment)
                    .doesNotContainKeys(
                            "OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "AUTOMATRIX_AI_FULL_TEXT_KEY");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_service_knows_its_own_secret_alone(ServiceName name) {
        var execution = environment(ServiceName.EXECUTION).get("AUTOMATRIX_SERVICE_SECRET");
        var ai = environment(ServiceName.AI).get("AUTOMATRIX_SERVICE_SECRET");
        var environment = environment(name);

        assertThat(execution).hasSize(48).isNotEqualTo(ai);
        switch (name) {
            case AUTH ->
                assertThat(environment)
                        .containsEntry("AUTOMATRIX_EXECUTION_SECRET", execution)
                        .containsEntry("AUTOMATRIX_AI_SECRET", ai)
                        .containsKey("AUTOMATRIX_CREDENTIALS_KEY_FILE");
            case EXECUTION -> assertThat(environment).doesNotContainValue(ai);
            case AI -> assertThat(environment).doesNotContainValue(execution);
            case GATEWAY, WORKFLOW, TEMPLATE ->
                assertThat(environment).doesNotContainValue(ai).doesNotContainValue(execution);
        }
    }

    private Map<String, String> environment(ServiceName name) {
        return service(name).environment();
    }

    private Service service(ServiceName name) {
        var settings = Settings.of(Map.of(
                "AUTOMATRIX_ROOT",
                Checkout.ROOT.toString(),
                "AUTOMATRIX_HOME",
                home.toString(),
                "OPENAI_API_KEY",
                "k",
                "OPENAI_ORG_ID",
                "o",
                "AUTOMATRIX_AI_FULL_TEXT_KEY",
                "f"));
        return new Service(settings, name, "password");
    }
}
