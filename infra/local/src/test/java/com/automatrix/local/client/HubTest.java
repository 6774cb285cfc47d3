package com.automatrix.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.local.Failure;
import com.automatrix.local.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTest {
    @TempDir
    Path root = Path.of("");

    private ScriptedGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new ScriptedGateway();
        gateway.answers("POST /api/auth/login", 200, "{\"accessToken\": \"t-1\"}");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void one_who_has_signed_in_is_known_in_every_request() {
        gateway.answers("GET /api/workflows", 200, "{\"items\": []}");
        gateway.answers("DELETE /api/workflows/w-1", 204, "");
        gateway.answers("POST /api/leads", 202, "taken");
        var hub = Hub.signedIn(gateway.url(), "admin@demo.automatrix.local", "demo-password");

        assertThat(hub.token()).isEqualTo("t-1");
        assertThat(hub.expect(hub.get("/api/workflows"), "the list").path("items"))
                .isEmpty();
        assertThat(hub.delete("/api/workflows/w-1").status()).isEqualTo(204);
        assertThat(hub.postText("/api/leads", "text/xml", "<adf/>").body().asString())
                .isEqualTo("taken");
        assertThat(gateway.authorizations()).containsExactly("", "Bearer t-1", "Bearer t-1", "Bearer t-1");
    }

    @Test
    void the_command_line_signs_in_with_the_credential_that_the_first_start_wrote() throws IOException {
        var settings = Settings.of(Map.of("AUTOMATRIX_ROOT", root.toString(), "AUTOMATRIX_PORT", "" + gateway.port()));

        assertThatThrownBy(() -> Hub.signedIn(settings))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("run ./automatrix up first");

        Files.createDirectories(settings.home());
        Files.writeString(settings.scriptCredential(), "{\"email\": \"script@local\", \"password\": \"s\"}");
        assertThat(Hub.signedIn(settings).token()).isEqualTo("t-1");
    }

    @Test
    void what_the_gateway_says_of_a_refusal_is_passed_on() {
        gateway.answers("POST /api/auth/login", 401, "{\"detail\": \"Expected the right password, but it is not\"}");
        gateway.answers("POST /api/workflows", 400, "{\"code\": \"definition.invalid\"}");

        assertThatThrownBy(() -> Hub.signedIn(gateway.url(), "admin@demo.automatrix.local", "wrong"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("401 Expected the right password");
        var hub = Hub.anonymous(gateway.url());
        assertThatThrownBy(() -> hub.expect(hub.post("/api/workflows", Map.of()), "the workflow"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("the workflow to succeed, but got 400")
                .hasMessageContaining("definition.invalid");
    }

    @Test
    void a_gateway_that_is_away_is_told_with_the_mend() {
        gateway.close();

        assertThatThrownBy(() -> Hub.anonymous(gateway.url()).get("/api/workflows"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("run ./automatrix up first");
    }
}
