package com.automatrix.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void without_settings_the_system_is_at_8080_with_its_data_in_the_checkout() {
        var settings = settings(Map.of());

        assertThat(settings.url()).isEqualTo("http://localhost:8080");
        assertThat(settings.home()).isEqualTo(root.resolve(".automatrix"));
        assertThat(settings.demo()).isFalse();
    }

    @Test
    void every_port_follows_from_the_base_and_none_twice() {
        var ports = settings(Map.of("AUTOMATRIX_PORT", "20000")).ports();

        var all = IntStream.concat(
                Arrays.stream(ServiceName.values()).mapToInt(ports::of),
                IntStream.concat(
                        Arrays.stream(ServiceName.values()).mapToInt(ports::managementOf),
                        IntStream.of(ports.postgres(), ports.kafka(), ports.kafkaController())));
        assertThat(all).doesNotHaveDuplicates().allMatch(port -> port >= 20000 && port <= 20022);
    }

    @Test
    void the_scripted_provider_stands_in_for_the_real_one_on_a_port_of_its_own() {
        var settings = settings(Map.of("AUTOMATRIX_PORT", "20000", "OPENAI_API_KEY", "secret"));

        var scripted = settings.withScriptedAi();

        assertThat(settings.hasScriptedAi()).isFalse();
        assertThat(scripted.hasScriptedAi()).isTrue();
        assertThat(scripted.environment())
                .containsEntry("OPENAI_BASE_URL", "http://localhost:20026/v1")
                .containsEntry("OPENAI_API_KEY", "");
        assertThat(IntStream.rangeClosed(2, 4)
                        .flatMap(number -> IntStream.of(
                                scripted.ports().ofReplica(number),
                                scripted.ports().managementOfReplica(number))))
                .doesNotContain(scripted.ports().scriptedAi());
    }

    @Test
    void a_port_that_is_no_number_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> settings(Map.of("AUTOMATRIX_PORT", "http")))
                .isInstanceOf(Failure.class)
                .hasMessage("Expected AUTOMATRIX_PORT to be a number, but it is \"http\".");
    }

    @Test
    void ports_of_outgoing_connections_are_refused() {
        assertThatThrownBy(() -> settings(Map.of("AUTOMATRIX_PORT", "40000")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("40000");
    }

    @Test
    void a_home_that_has_been_a_demo_stays_one() throws IOException {
        Files.createDirectories(root.resolve(".automatrix"));
        settings(Map.of("SPRING_PROFILES_ACTIVE", "demo")).rememberDemo();

        assertThat(settings(Map.of()).demo()).isTrue();
    }

    @Test
    void a_secret_is_made_once_and_only_its_owner_can_read_it() throws IOException {
        var file = root.resolve("home/secret");

        var secret = Secrets.secret(file, 24);

        assertThat(secret).hasSize(48).isEqualTo(Secrets.secret(file, 24));
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    private Settings settings(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("AUTOMATRIX_ROOT", root.toString());
        return Settings.of(all);
    }
}
