package com.automatrix.execution.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TaskPropertiesTest {

    @Test
    void closed_tasks_are_kept_as_long_as_history() {
        TaskProperties properties = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("automatrix.tasks", TaskProperties.class);

        assertThat(properties).isEqualTo(new TaskProperties(Duration.ofSeconds(15), Duration.ofDays(730)));
    }
}
