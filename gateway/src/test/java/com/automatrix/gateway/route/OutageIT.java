package com.automatrix.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.gateway.Caller;
import com.automatrix.gateway.Services;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway while a service is away. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.kafka.bootstrap-servers=localhost:1", "management.server.port=0"})
class OutageIT {

    private final Caller caller;

    OutageIT(@LocalServerPort int port) {
        this.caller = new Caller(port);
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        Services.register(registry);
        registry.add("automatrix.gateway.services.template-service", () -> "http://localhost:1");
    }

    @Test
    void a_service_that_is_away_is_said_by_name_and_the_others_answer() throws Exception {
        var away = caller.send(caller.request("/api/templates"));
        var there = caller.send(caller.request("/api/workflows"));

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(away.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(away.body()).contains("\"code\":\"gateway.service-unavailable\"", "template-service");
        assertThat(there.statusCode()).isEqualTo(200);
    }
}
