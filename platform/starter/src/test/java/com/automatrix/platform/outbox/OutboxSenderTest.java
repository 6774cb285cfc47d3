package com.automatrix.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.SendResult;

class OutboxSenderTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    @Test
    void what_the_broker_has_is_published() {
        var sent = sender(_ -> done()).send(List.of(event(1, "a", "x"), event(2, "a", "y")), PATIENCE);

        assertThat(sent).isEqualTo(new OutboxSender.Sent(List.of(1L, 2L), List.of(), null));
    }

    @Test
    void an_event_goes_again_with_all_behind_it_of_its_key() {
        var sent = sender(message -> message.value()[0] == 1 ? failed(new TimeoutException("late")) : done())
                .send(List.of(event(1, "a", "x"), event(2, "a", "x"), event(3, "b", "z")), PATIENCE);

        assertThat(sent).isEqualTo(new OutboxSender.Sent(List.of(3L), List.of(), "late"));
    }

    @Test
    void an_event_that_is_too_large_is_refused_alone() {
        var sent = sender(message -> message.value()[0] == 1 ? failed(new RecordTooLargeException("large")) : done())
                .send(List.of(event(1, "a", "x"), event(2, "a", "x")), PATIENCE);

        assertThat(sent)
                .isEqualTo(new OutboxSender.Sent(List.of(2L), List.of(new OutboxSender.Refusal(1, "large")), null));
    }

    @Test
    void a_broker_that_is_away_is_asked_for_two_topics_only() {
        var asked = new java.util.ArrayList<String>();
        var sent = sender(message -> {
                    asked.add(message.topic());
                    return failed(new TimeoutException("away"));
                })
                .send(
                        List.of(
                                event(1, "a", "x"),
                                event(2, "a", "y"),
                                event(3, "b", "x"),
                                event(4, "c", "x"),
                                event(5, "d", "x")),
                        PATIENCE);

        assertThat(asked).containsExactly("a", "b");
        assertThat(sent).isEqualTo(new OutboxSender.Sent(List.of(), List.of(), "away"));
    }

    @Test
    void a_broker_that_does_not_answer_in_time_leaves_the_event_waiting() {
        var sent = sender(_ -> new CompletableFuture<>()).send(List.of(event(1, "a", "x")), Duration.ZERO);

        assertThat(sent.published()).isEmpty();
        assertThat(sent.failure()).isNotNull();
    }

    @Test
    void a_producer_that_throws_leaves_the_event_waiting() {
        var sent = sender(_ -> {
                    throw new IllegalStateException("closed");
                })
                .send(List.of(event(1, "a", "x")), PATIENCE);

        assertThat(sent).isEqualTo(new OutboxSender.Sent(List.of(), List.of(), "closed"));
    }

    private static OutboxSender sender(
            Function<ProducerRecord<String, byte[]>, CompletableFuture<SendResult<String, byte[]>>> broker) {
        return new OutboxSender(broker::apply);
    }

    private static CompletableFuture<SendResult<String, byte[]>> done() {
        return CompletableFuture.completedFuture(null);
    }

    private static CompletableFuture<SendResult<String, byte[]>> failed(Exception failure) {
        return CompletableFuture.failedFuture(failure);
    }

    private static WaitingEvent event(long id, String topic, String key) {
        return new WaitingEvent(id, topic, key, Map.of(), new byte[] {(byte) id});
    }
}
