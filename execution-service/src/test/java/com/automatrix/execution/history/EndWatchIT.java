package com.automatrix.execution.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.ExecutionEvents;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.RunningService;
import com.automatrix.platform.messaging.CloudEventRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

@RunningService
class EndWatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutionId id = new ExecutionId(UUID.randomUUID());

    @Autowired
    private EndWatches ends;

    @Autowired
    private CloudEventRecords records;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Test
    void an_end_that_this_process_has_committed_is_told_without_a_message() throws InterruptedException {
        try (EndWatch watch = ends.watch(id);
                EndWatch another = ends.watch(id)) {
            assertThat(watch.await(Duration.ZERO)).isFalse();

            ends.ended(id);

            assertThat(watch.await(Duration.ZERO)).isTrue();
            assertThat(another.await(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void an_end_that_another_replica_has_committed_is_heard_from_the_topic() throws InterruptedException {
        try (EndWatch watch = ends.watch(id)) {
            var end = new ExecutionEvent.Completed(1, Instant.parse("2026-05-01T14:00:00Z"), null);
            var told = new ExecutionEvents(id, new WorkflowId(UUID.randomUUID()), 1, "elsewhere", List.of(end));
            kafka.send(records.record(
                            Topics.EXECUTION_EVENTS, id.toString(), MessageTypes.EXECUTION_EVENTS, told, "elsewhere"))
                    .join();

            assertThat(watch.await(PATIENCE)).isTrue();
        }
    }

    @Test
    void a_watch_that_was_closed_is_told_nothing_more() throws InterruptedException {
        EndWatch watch = ends.watch(id);
        watch.close();

        ends.ended(id);

        assertThat(watch.await(Duration.ZERO)).isFalse();
    }
}
