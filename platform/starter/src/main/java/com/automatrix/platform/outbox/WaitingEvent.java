package com.automatrix.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A row of the outbox. */
@SuppressWarnings("ArrayRecordComponent") // Never compared: only carried from the table to the broker.
record WaitingEvent(long id, String topic, String key, Map<String, String> headers, byte @Nullable [] payload) {

    ProducerRecord<String, byte[]> message() {
        var message = new ProducerRecord<String, byte[]>(topic, key, payload);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /** Events with the same line must arrive in order. */
    String line() {
        return topic + "\n" + key;
    }
}
