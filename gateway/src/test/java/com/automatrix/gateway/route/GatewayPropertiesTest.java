package com.automatrix.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GatewayPropertiesTest {

    private final GatewayProperties properties = new Binder(new MapConfigurationPropertySource(
                    Map.of("automatrix.gateway.services.auth-service", "http://localhost:8081")))
            .bind("automatrix.gateway", GatewayProperties.class)
            .get();

    @Test
    void an_answer_may_begin_later_than_the_longest_wait_that_can_be_asked_for() {
        assertThat(properties)
                .isEqualTo(new GatewayProperties(
                        Map.of("auth-service", URI.create("http://localhost:8081")),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(75),
                        256));
        assertThat(properties.responseTimeout()).isGreaterThan(Duration.ofSeconds(60));
    }

    @Test
    void a_service_without_an_address_is_a_mistake_in_the_settings() {
        assertThatThrownBy(() -> properties.address("ai-service"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("automatrix.gateway.services.ai-service");
    }
}
