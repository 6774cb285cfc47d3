package com.automatrix.platform.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DefaultsEnvironmentPostProcessorTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void every_service_shares_these() {
        process();

        assertThat(environment.getProperty("server.shutdown")).isEqualTo("graceful");
        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("spring.jpa.open-in-view")).isEqualTo("false");
        assertThat(environment.getProperty("spring.jpa.hibernate.ddl-auto")).isEqualTo("validate");
        assertThat(environment.getProperty("spring.kafka.bootstrap-servers")).isEqualTo("localhost:8101");
        assertThat(environment.getProperty("automatrix.security.jwks-url"))
                .isEqualTo("http://localhost:8081/.well-known/jwks.json");
        assertThat(environment.getProperty("management.endpoints.web.exposure.include"))
                .isEqualTo("health,info,prometheus");
    }

    @Test
    void the_environment_and_the_service_win() {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "service",
                        Map.of("AUTOMATRIX_AUTH_URL", "http://auth:1", "spring.threads.virtual.enabled", "false")));
        process();

        assertThat(environment.getProperty("automatrix.security.jwks-url"))
                .isEqualTo("http://auth:1/.well-known/jwks.json");
        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("false");
    }

    @Test
    void they_are_added_once() {
        process();
        process();

        assertThat(environment.getPropertySources().stream()
                        .filter(source -> source.getName().equals("automatrixDefaults")))
                .hasSize(1);
    }

    private void process() {
        new DefaultsEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
    }
}
