package com.automatrix.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TokenPropertiesTest {

    @Test
    void tokens_live_ten_minutes_and_two_weeks() {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("automatrix.tokens", TokenProperties.class);

        assertThat(properties)
                .isEqualTo(new TokenProperties(Duration.ofMinutes(10), Duration.ofDays(14), Duration.ofSeconds(10)));
    }
}
