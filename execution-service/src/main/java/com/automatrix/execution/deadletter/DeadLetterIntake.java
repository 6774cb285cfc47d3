package com.automatrix.execution.deadletter;

import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.messaging.Consumers;
import com.automatrix.execution.messaging.Halving;
import com.automatrix.execution.messaging.LoopThread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads every dead-letter topic, of all services, and stores what it finds: at least once in Kafka, once in the table. */
@Component
class DeadLetterIntake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterIntake.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Pattern TOPICS = Pattern.compile(Pattern.quote(Topics.deadLetter("")) + ".+");
    private static final String GROUP = "execution-dead-letters";
    // The dead-letter topic of a topic that a dealer added is found after this time.
    private static final String METADATA_AGE_MILLIS = "10000";
    // They may be 8 MiB each.
    private static final String MOST_RECORDS = "20";

    private final Consumers consumers;
    private final LetterReader reader;
    private final DeadLetterStore store;
    private final TransactionTemplate transaction;
    private final LoopThread thread = new LoopThread("dead-letters", this::take);
    private volatile @Nullable Consumer<String, byte[]> open;
    private volatile boolean running;

    DeadLetterIntake(Consumers consumers, LetterReader reader, DeadLetterStore store, TransactionTemplate transaction) {
        this.consumers = consumers;
        this.reader = reader;
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.stop(() -> {
            Consumer<String, byte[]> consumer = open;
            if (consumer != null) {
                consumer.wakeup();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void take() {
        Map<String, String> settings = Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_RECORDS,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                METADATA_AGE_MILLIS);
        try (Consumer<String, byte[]> consumer = consumers.open("dead-letters", GROUP, settings)) {
            open = consumer;
            consumer.subscribe(TOPICS);
            while (!thread.isStopping()) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    take(records);
                    consumer.commitSync();
                }
            }
        } catch (WakeupException stopping) {
            open = null;
        }
    }

    private void take(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> all =
                StreamSupport.stream(records.spliterator(), false).toList();
        Halving.process(
                all,
                some -> transaction.executeWithoutResult(status -> some.forEach(this::store)),
                // It stays in its topic, where Kafka's tools find it.
                (message, failure) -> log.error(
                        "dead letter not listed topic={} partition={} offset={}",
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        failure));
    }

    private void store(ConsumerRecord<String, byte[]> message) {
        store.insert(
                reader.read(message),
                new DeadLetterStore.Place(
                        message.topic(), message.partition(), message.offset(), LetterReader.written(message)));
    }
}
