package com.automatrix.execution.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** A Kafka record that waits in the outbox. */
// Bytes on their way to or from the driver, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record OutgoingRecord(String topic, @Nullable String key, List<RecordHeader> headers, byte @Nullable [] value) {

    private static final String TRACEPARENT = "traceparent";

    public OutgoingRecord {
        headers = List.copyOf(headers);
    }

    public static OutgoingRecord of(ProducerRecord<String, byte[]> message) {
        return new OutgoingRecord(message.topic(), message.key(), copy(message.headers()), message.value());
    }

    /** This record as a part of the trace that caused it. */
    public OutgoingRecord withTraceparent(@Nullable String traceparent) {
        if (traceparent == null) {
            return this;
        }
        List<RecordHeader> all = new ArrayList<>(headers);
        all.removeIf(header -> header.key().equals(TRACEPARENT));
        all.add(new RecordHeader(TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8)));
        return new OutgoingRecord(topic, key, all, value);
    }

    public static List<RecordHeader> copy(Iterable<Header> headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .map(header -> new RecordHeader(header.key(), header.value()))
                .toList();
    }

    ProducerRecord<String, byte[]> toProducerRecord() {
        return new ProducerRecord<>(topic, null, null, key, value, List.copyOf(headers));
    }
}
