package com.automatrix.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicListTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void a_line_is_a_name_a_number_of_partitions_and_perhaps_settings() throws IOException {
        topics("# a comment\n\nplain 3\nkept 1 cleanup.policy=compact,max.message.bytes=8388608\n");

        assertThat(TopicList.topics(root))
                .containsExactly(
                        new TopicList.Topic("plain", 3, Map.of()),
                        new TopicList.Topic(
                                "kept", 1, Map.of("cleanup.policy", "compact", "max.message.bytes", "8388608")));
    }

    @Test
    void a_line_without_partitions_is_refused_with_the_line() throws IOException {
        topics("lonely\n");

        assertThatThrownBy(() -> TopicList.topics(root))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("lonely");
    }

    private void topics(String text) throws IOException {
        Files.createDirectories(root.resolve("infra/kafka"));
        Files.writeString(root.resolve("infra/kafka/topics.txt"), text);
    }
}
