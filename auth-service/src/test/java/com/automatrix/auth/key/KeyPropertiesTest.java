package com.automatrix.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class KeyPropertiesTest {

    @Test
    void a_key_signs_for_ninety_days_and_is_published_an_hour_longer() {
        var properties = new Binder(new MapConfigurationPropertySource(Map.of("automatrix.keys.secret", "secret")))
                .bindOrCreate("automatrix.keys", KeyProperties.class);

        assertThat(properties).isEqualTo(new KeyProperties("secret", Duration.ofDays(90), Duration.ofHours(1)));
    }
}
