package com.automatrix.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.automatrix.platform.problem.Unavailable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

class GatewayTest {

    @Test
    void without_a_gateway_the_answer_is_to_try_again() throws IOException {
        Gateway nobody;
        try (ServerSocket taken = new ServerSocket(0)) {
            nobody = new Gateway(
                    RestClient.builder(),
                    new GatewayProperties(
                            URI.create("http://localhost:" + taken.getLocalPort()),
                            Duration.ofMillis(200),
                            Duration.ofMillis(200)));
        }

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> nobody.post("/api/simulations", Map.of(), "Bearer x", String.class))
                .satisfies(away -> assertThat(away.code()).isEqualTo("gateway.service-unavailable"));
    }
}
