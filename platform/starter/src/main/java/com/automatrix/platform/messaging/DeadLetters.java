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
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Where records go that cannot be processed: {@code dead-letter.<topic>}, byte for byte as they came, with the reason in
 * headers, so that somebody can look at them and replay them.
 *
 * <p>Each one is counted in {@code automatrix_dead_letters_total} by topic. A dead-letter topic that is missing is made.
 */
public final class DeadLetters {

    public static final String REASON = "dead-letter-reason";
    public static final String ORIGINAL_TOPIC = "dead-letter-original-topic";
    public static final String ORIGINAL_PARTITION = "dead-letter-original-partition";
    public static final String ORIGINAL_OFFSET = "dead-letter-original-offset";
    public static final String AT = "dead-letter-at";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_REASON_BYTES = 2 * 1024;

    private final KafkaOperations<String, byte[]> kafka;
    private final DeadLetterTopics topics;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    DeadLetters(
            KafkaOperations<String, byte[]> kafka,
            DeadLetterTopics topics,
            InstantSource clock,
            MeterRegistry metrics) {
        this.kafka = kafka;
        this.topics = topics;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Puts a record away. Returns only when the broker has it, so that the caller may go on behind it, or when the broker
     * will never take it: that is logged as an error and counted, and the record is only where it was.
     *
     * @throws IllegalStateException if the broker does not take it within 30 s: the record must then be read again
     */
    public void send(ConsumerRecord<?, ?> message, String reason) {
        var shortened = shortened(reason);
        try {
            topics.ensure(message.topic());
            kafka.send(letter(message, shortened)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RuntimeException refused) {
            topics.forget(message.topic());
            if (!isFinal(refused)) {
                throw notTaken(message, refused);
            }
            lost(message, shortened, refused);
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw notTaken(message, stopping);
        }
        counter("automatrix.dead.letters", "Records that could not be processed", message.topic())
                .increment();
        LOG.warn(
                "record dead-lettered topic={} partition={} offset={} reason=\"{}\"",
                message.topic(),
                message.partition(),
                message.offset(),
                shortened);
    }

    private void lost(ConsumerRecord<?, ?> message, String reason, Exception refused) {
        counter("automatrix.dead.letters.lost", "Records that no dead-letter topic took", message.topic())
                .increment();
        LOG.error(
                "record skipped, no dead letter topic={} partition={} offset={} reason=\"{}\"",
                message.topic(),
                message.partition(),
                message.offset(),
                reason,
                refused);
    }

    /** Whether no repetition helps; an unknown failure may pass. */
    private static boolean isFinal(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof AuthorizationException
                    || at instanceof InvalidTopicException
                    || at instanceof PolicyViolationException
                    || at instanceof RecordTooLargeException
                    || at instanceof InvalidRecordException) {
                return true;
            }
        }
        return false;
    }

    private ProducerRecord<String, byte[]> letter(ConsumerRecord<?, ?> message, String reason) {
        var key = message.key() == null ? null : message.key().toString();
        var letter =
                new ProducerRecord<String, byte[]>(Topics.deadLetter(message.topic()), key, (byte[]) message.value());
        message.headers().forEach(header -> letter.headers().add(header));
        header(letter, REASON, reason);
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

    private static String shortened(String reason) {
        var bytes = reason.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_REASON_BYTES) {
            return reason;
        }
        int end = LONGEST_REASON_BYTES;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private Counter counter(String name, String description, String topic) {
        return Counter.builder(name)
                .description(description)
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
