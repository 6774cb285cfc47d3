package com.automatrix.execution.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final TopicPartition COMMANDS = new TopicPartition("commands", 3);
    private static final TopicPartition COMPLETED = new TopicPartition("completed", 3);
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final Progress progress = new Progress();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");

    @BeforeEach
    void assign() {
        consumer.assign(List.of(COMMANDS, COMPLETED));
        consumer.seek(COMMANDS, 5);
        consumer.seek(COMPLETED, 7);
    }

    @Test
    void nothing_left_is_true_of_the_poll_before_the_last() {
        consumer.updateEndOffsets(Map.of(COMMANDS, 5L, COMPLETED, 7L));

        progress.polls(NINE);
        assertThat(progress.caughtUp(consumer)).isEmpty();
        progress.polls(TEN);

        assertThat(progress.caughtUp(consumer)).containsExactly(Map.entry(3, NINE));
    }

    @Test
    void what_is_behind_is_as_far_as_the_last_record_that_was_read() {
        consumer.updateEndOffsets(Map.of(COMMANDS, 9L, COMPLETED, 7L));
        progress.polls(NINE);
        progress.read(written(COMMANDS, EIGHT));
        progress.polls(TEN);

        assertThat(progress.caughtUp(consumer)).containsExactly(Map.entry(3, EIGHT));
    }

    @Test
    void of_a_partition_of_which_nothing_was_read_yet_nothing_is_said() {
        consumer.updateEndOffsets(Map.of(COMMANDS, 9L, COMPLETED, 7L));
        progress.polls(NINE);
        progress.polls(TEN);

        assertThat(progress.caughtUp(consumer)).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> written(TopicPartition place, Instant time) {
        return new ConsumerRecord<>(
                place.topic(),
                place.partition(),
                4,
                time.toEpochMilli(),
                TimestampType.CREATE_TIME,
                1,
                1,
                "key",
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
