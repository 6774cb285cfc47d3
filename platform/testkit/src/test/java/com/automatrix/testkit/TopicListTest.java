package com.automatrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicListTest {

    @Test
    void a_line_names_a_topic_its_partitions_and_its_settings() {
        assertThat(TopicList.topic("step-completed 12")).isEqualTo(new NewTopic("step-completed", 12, (short) 1));
        assertThat(TopicList.topic("settings-changed 1 cleanup.policy=compact,max.message.bytes=8388608"))
                .isEqualTo(new NewTopic("settings-changed", 1, (short) 1)
                        .configs(Map.of("cleanup.policy", "compact,delete", "max.message.bytes", "8388608")));
    }

    @Test
    void the_list_of_the_product_is_found() {
        assertThat(TopicList.read())
                .extracting(NewTopic::name)
                .contains("execution-commands", "step-completed", "dead-letter.step-completed");
    }
}
