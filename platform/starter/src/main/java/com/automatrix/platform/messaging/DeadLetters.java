package com.automatrix.platform.messaging;

import com.automatrix.contracts.message.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Where records go that cannot be processed: {@code dead-letter.<topic>}, byte for byte as they came, with the reason in
 * headers, so that somebody can look at them and replay them.
 *
 * <p>Each one is counted in {@code automatrix_dead_letters_total} by topic.
 */
public final class DeadLetters {

    public static final String REASON = "dead-letter-reason";
    public static final String ORIGINAL_TOPIC = "dead-letter-original-topic";
    public static final String ORIGINAL_PARTITION = "dead-letter-original-partition";
    public static final String ORIGINAL_OFFSET = "dead-letter-original-offset";
    public static final String AT = "dead-letter-at";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_REASON = 1_000;

    private final KafkaOperations<String, byte[]> kafka;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    public DeadLetters(KafkaOperations<String, byte[]> kafka, InstantSource clock, MeterRegistry metrics) {
        this.kafka = kafka;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Puts a record away. Returns only when the broker has it, so that the caller may go on behind it.
     *
     * @throws IllegalStateException if the broker does not take it within 30 s: the record must then be read again
     */
    public void send(ConsumerRecord<?, ?> message, String reason) {
        try {
            kafka.send(letter(message, reason)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw notTaken(message, refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw notTaken(message, stopping);
        }
        counter(message.topic()).increment();
        LOG.warn(
                "record dead-lettered topic={} partition={} offset={} reason=\"{}\"",
                message.topic(),
                message.partition(),
                message.offset(),
                reason);
    }

    private ProducerRecord<String, byte[]> letter(ConsumerRecord<?, ?> message, String reason) {
        var key = message.key() == null ? null : message.key().toString();
        var letter =
                new ProducerRecord<String, byte[]>(Topics.deadLetter(message.topic()), key, (byte[]) message.value());
        message.headers().forEach(header -> letter.headers().add(header));
        header(letter, REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        header(letter, ORIGINAL_TOPIC, message.topic());
        header(letter, ORIGINAL_PARTITION, Integer.toString(message.partition()));
        header(letter, ORIGINAL_OFFSET, Long.toString(message.offset()));
        header(letter, AT, clock.instant().toString());
        return letter;
    }

    // A replayed record may come back here: only the last reason counts.
    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().remove(name);
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Counter counter(String topic) {
        return Counter.builder("automatrix.dead.letters")
                .description("Records that could not be processed")
                .tag("topic", topic)
                .register(metrics);
    }

    private static IllegalStateException notTaken(ConsumerRecord<?, ?> message, Exception cause) {
        return new IllegalStateException(
                "Expected the broker to take a dead letter of %s-%d@%d, but it did not."
                        .formatted(message.topic(), message.partition(), message.offset()),
                cause);
    }
}
