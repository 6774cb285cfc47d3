package com.automatrix.platform.testapp;

import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.UnreadableRecord;
import com.automatrix.platform.trace.Correlation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Fails as its record says. */
@Component
public class SampleListener {

    private final CloudEventRecords records;
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final List<String> tried = new CopyOnWriteArrayList<>();

    SampleListener(CloudEventRecords records) {
        this.records = records;
    }

    @KafkaListener(topics = "dealership.sales")
    void accept(ConsumerRecord<String, byte[]> message) {
        tried.add(message.key());
        var data = records.data(message, Map.class);
        switch (String.valueOf(data.get("then"))) {
            case "unreadable" -> throw new UnreadableRecord("Expected a VIN, but there is none.");
            case "bug" -> throw new IllegalStateException("a bug");
            case "away" -> comeBackLater(message.key());
            default -> {}
        }
        handled.add(message.key() + " " + Correlation.current());
    }

    public List<String> handled() {
        return handled;
    }

    public long tries(String key) {
        return tried.stream().filter(key::equals).count();
    }

    // Longer than an unknown failure is tried.
    private void comeBackLater(String key) {
        if (tries(key) < 6) {
            throw new DataAccessResourceFailureException("the database is away");
        }
    }
}
