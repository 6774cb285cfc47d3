package com.automatrix.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RateLimitPropertiesTest {

    @Test
    void the_defaults_are_generous() {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("automatrix.gateway.rate-limit", RateLimitProperties.class);

        assertThat(properties)
                .isEqualTo(new RateLimitProperties(
                        true,
                        new RateLimitProperties.Address(1_000, 10_000),
                        new RateLimitProperties.Account(500, 5_000)));
    }
}
