package com.automatrix.platform.messaging;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.trace.Correlation;
import com.automatrix.platform.trace.TraceParents;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kafka records that are CloudEvents 1.0, made and read with the CloudEvents SDK.
 *
 * <p>Written in binary mode: attributes as {@code ce_} headers, JSON data as the value, the correlation id as the
 * extension {@code correlationid}, and the current trace as the header {@code traceparent}. Read in binary or structured
 * mode. Data is JSON by the tolerant policy: unknown fields are ignored. Stateless; safe for many threads.
 */
public final class CloudEventRecords {

    private static final JsonMapper JSON = ContractJson.events();
    private static final String CONTENT_TYPE = "application/json";

    private final Ids ids;
    private final InstantSource clock;
    private final TraceParents traces;
    private final String source;

    /** @param source the {@code source} attribute of what this process writes, such as {@code /automatrix/auth-service} */
    public CloudEventRecords(Ids ids, InstantSource clock, TraceParents traces, String source) {
        this.ids = ids;
        this.clock = clock;
        this.traces = traces;
        this.source = source;
    }

    /** A record of this service, with the correlation id of the thread. */
    public ProducerRecord<String, byte[]> record(String topic, String key, String type, Object data) {
        return record(topic, key, type, source, data, Correlation.current());
    }

    /** A record of this service. */
    public ProducerRecord<String, byte[]> record(
            String topic, String key, String type, Object data, String correlationId) {
        return record(topic, key, type, source, data, correlationId);
    }

    /**
     * A record with a new event id and the time now.
     *
     * @param key decides the partition; records of one key keep their order
     */
    public ProducerRecord<String, byte[]> record(
            String topic, String key, String type, String source, Object data, String correlationId) {
        var event = CloudEventBuilder.v1()
                .withId(ids.next().toString())
                .withSource(URI.create(source))
                .withType(type)
                .withTime(clock.instant().atOffset(ZoneOffset.UTC))
                .withExtension(Correlation.ATTRIBUTE, correlationId)
                .withData(CONTENT_TYPE, JSON.writeValueAsBytes(data))
                .build();
        return record(topic, key, event);
    }

    /** A record of an event that was made elsewhere. */
    public ProducerRecord<String, byte[]> record(String topic, String key, CloudEvent event) {
        var message = KafkaMessageFactory.<String>createWriter(topic, key).writeBinary(event);
        var traceparent = traces.current();
        if (traceparent != null) {
            message.headers().add(TraceParents.HEADER, traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }

    /** A record that says that there is nothing more under this key (in a compacted topic). */
    public ProducerRecord<String, byte[]> tombstone(String topic, String key) {
        return new ProducerRecord<>(topic, key, null);
    }

    /**
     * Reads the event of a record.
     *
     * @throws UnreadableRecord if it is not a CloudEvent 1.0 in binary or structured mode
     */
    public CloudEvent read(ConsumerRecord<?, byte[]> message) {
        try {
            return KafkaMessageFactory.createReader(message).toEvent();
        } catch (RuntimeException no) {
            // The library has no one exception for it, and a record that nobody puts away stops all that come after.
            throw new UnreadableRecord("Expected a CloudEvent 1.0, but the record is none.", no);
        }
    }

    /**
     * Reads the data of a record's event.
     *
     * @throws UnreadableRecord if it is no CloudEvent, or its data is not of that type
     */
    public <T> T data(ConsumerRecord<?, byte[]> message, Class<T> type) {
        return data(read(message), type);
    }

    /**
     * Reads the data of an event.
     *
     * @throws UnreadableRecord if there is none or it is not of that type
     */
    public <T> T data(CloudEvent event, Class<T> type) {
        var data = event.getData();
        if (data == null) {
            throw new UnreadableRecord("Expected an event with data, but it has none.");
        }
        try {
            var value = JSON.readValue(data.toBytes(), type);
            if (value == null) {
                throw new UnreadableRecord("Expected an event with data, but it is null.");
            }
            return value;
        } catch (JacksonException malformed) {
            throw new UnreadableRecord(
                    "Expected data of %s, but it cannot be read at %s."
                            .formatted(type.getSimpleName(), place(malformed)),
                    malformed);
        } catch (NullPointerException | IllegalArgumentException refused) {
            throw new UnreadableRecord(
                    "Expected data of %s, but a part is missing or malformed.".formatted(type.getSimpleName()),
                    refused);
        }
    }

    /** The correlation id that a record carries, if it carries a valid one. */
    public Optional<String> correlationId(ConsumerRecord<?, ?> message) {
        return header(message, "ce_" + Correlation.ATTRIBUTE).filter(Correlation::isValid);
    }

    /** The W3C traceparent that a record carries. */
    public @Nullable String traceparent(ConsumerRecord<?, ?> message) {
        return header(message, TraceParents.HEADER).orElse(null);
    }

    private static Optional<String> header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static String place(JacksonException malformed) {
        var path = malformed.getPathReference();
        return path == null || path.isEmpty() ? "the beginning" : path.replaceAll("[A-Za-z_$.]+\\.(?=[A-Z])", "");
    }
}
