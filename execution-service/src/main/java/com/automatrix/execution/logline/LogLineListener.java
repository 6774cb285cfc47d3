package com.automatrix.execution.logline;

import com.automatrix.contracts.message.LogLine;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.messaging.UnreadableRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Stores the log lines of all services. Takes them by the batch, so that no correlation id is bound meanwhile: a line about
 * storing a line would never end.
 */
@Component
class LogLineListener {

    private final CloudEventRecords records;
    private final DeadLetters deadLetters;
    private final LogLineStore store;

    LogLineListener(CloudEventRecords records, DeadLetters deadLetters, LogLineStore store) {
        this.records = records;
        this.deadLetters = deadLetters;
        this.store = store;
    }

    @KafkaListener(topics = Topics.LOG_LINES, batch = "true")
    void accept(List<ConsumerRecord<String, byte[]>> messages) {
        List<LogLine> lines = new ArrayList<>(messages.size());
        for (ConsumerRecord<String, byte[]> message : messages) {
            try {
                lines.add(records.data(message, LogLine.class));
            } catch (UnreadableRecord unreadable) {
                deadLetters.send(message, unreadable.reason());
            }
        }
        store.add(lines);
    }
}
