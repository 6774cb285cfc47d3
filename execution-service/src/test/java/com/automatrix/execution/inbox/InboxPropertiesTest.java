package com.automatrix.execution.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class InboxPropertiesTest {

    @Test
    void the_defaults_are_these() {
        InboxProperties properties = new Binder(
                        new MapConfigurationPropertySource(Map.of("automatrix.inbox.instance-id", "one")))
                .bind("automatrix.inbox", InboxProperties.class)
                .get();

        assertThat(properties)
                .isEqualTo(new InboxProperties(
                        "execution-inbox",
                        "one",
                        Duration.ofSeconds(6),
                        Duration.ofMillis(200),
                        1000,
                        Duration.ofMillis(200),
                        DataSize.ofMegabytes(128),
                        Duration.ofSeconds(1)));
    }
}
