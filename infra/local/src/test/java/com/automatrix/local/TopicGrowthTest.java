package com.automatrix.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.message.Topics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicGrowthTest {
    @Test
    void a_topic_gets_the_partitions_that_it_lacks() {
        var growth = TopicGrowth.of(
                List.of(topic("small", 12), topic("large", 3), topic("new", 3)), Map.of("small", 3, "large", 12));

        assertThat(growth).isEqualTo(new TopicGrowth(Map.of("small", 12), List.of()));
    }

    @Test
    void the_topics_that_executions_are_kept_by_are_left_with_a_sentence() {
        var growth = TopicGrowth.of(
                List.of(topic(Topics.EXECUTION_COMMANDS, 24), topic(Topics.STEP_COMPLETED, 12)),
                Map.of(Topics.EXECUTION_COMMANDS, 12, Topics.STEP_COMPLETED, 12));

        assertThat(growth.grown()).isEmpty();
        assertThat(growth.left())
                .containsExactly("Expected execution-commands to have 24 partitions, as infra/kafka/topics.txt says,"
                        + " but in the data folder it has 12; left so.");
        assertThat(TopicGrowth.PINNED).containsExactlyInAnyOrder(Topics.EXECUTION_COMMANDS, Topics.STEP_COMPLETED);
    }

    private static TopicList.Topic topic(String name, int partitions) {
        return new TopicList.Topic(name, partitions, Map.of());
    }
}
