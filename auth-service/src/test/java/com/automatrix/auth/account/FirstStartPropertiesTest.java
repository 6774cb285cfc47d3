package com.automatrix.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FirstStartPropertiesTest {

    @Test
    void the_scripts_file_is_next_to_the_administrators() {
        var properties = new Binder(
                        new MapConfigurationPropertySource(Map.of("automatrix.first-start.admin-file", "/home/admin")))
                .bindOrCreate("automatrix.first-start", FirstStartProperties.class);

        assertThat(properties).isEqualTo(new FirstStartProperties("/home/admin", "/home/admin.script"));
    }
}
