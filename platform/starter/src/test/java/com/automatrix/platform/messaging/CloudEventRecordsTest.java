package com.automatrix.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.contracts.message.SessionRevoked;
import com.automatrix.platform.trace.TraceParents;
import com.automatrix.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventRecordsTest {

    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000002");
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final CloudEventRecords records =
            new CloudEventRecords(() -> ID, SettableClock.at(NOW), new TraceParents(null), "/automatrix/sample");

    @Test
    void an_event_is_written_in_binary_mode() {
        var written = records.record("topic", "key", "sample.v1", new SessionRevoked("s", NOW), "c-1");

        assertThat(written.topic()).isEqualTo("topic");
        assertThat(written.key()).isEqualTo("key");
        assertThat(written.value()).asString().isEqualTo("{\"sessionId\":\"s\",\"until\":\"2026-03-02T08:00:00Z\"}");
        assertThat(headers(written))
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", ID.toString(),
                        "ce_source", "/automatrix/sample",
                        "ce_type", "sample.v1",
                        "ce_time", "2026-03-02T08:00:00Z",
                        "ce_correlationid", "c-1",
                        "content-type", "application/json"));
    }

    @Test
    void what_is_written_can_be_read() {
        var message = received(records.record("topic", "key", "sample.v1", new SessionRevoked("s", NOW), "c-1"));

        assertThat(records.data(message, SessionRevoked.class)).isEqualTo(new SessionRevoked("s", NOW));
        assertThat(records.correlationId(message)).hasValue("c-1");
        assertThat(records.traceparent(message)).isNull();
    }

    @Test
    void a_field_that_is_new_is_ignored() {
        var message = received(records.record("topic", "key", "sample.v1", Map.of("sessionId", "s", "new", 1), "c-1"));

        assertThat(records.data(message, SessionRevoked.class).sessionId()).isEqualTo("s");
    }

    @Test
    void a_tombstone_is_no_event() {
        var message = received(records.tombstone("topic", "key"));

        assertThatThrownBy(() -> records.read(message))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("Expected a CloudEvent 1.0, but the record is none.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{not json",
                "[]",
                "null",
                "7",
                "{}",
                "{\"specversion\": \"9.9\", \"id\": \"1\", \"source\": \"/dms\", \"type\": \"t\"}",
                "{\"specversion\": \"1.0\", \"id\": {}, \"source\": [], \"type\": \"t\"}",
                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"a b\", \"type\": \"t\"}",
                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/dms\", \"type\": \"t\", \"time\": \"noon\"}",
                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/dms\", \"type\": \"t\", \"data_base64\": \"%\"}"
            })
    void a_structured_event_that_is_broken_is_unreadable(String value) {
        var broken = new ProducerRecord<>("topic", "key", value.getBytes(StandardCharsets.UTF_8));
        broken.headers().add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> records.read(received(broken))).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void data_of_another_form_is_unreadable_and_the_reason_tells_where_but_not_what() {
        var message = received(records.record("topic", "key", "sample.v1", Map.of("until", "secret"), "c-1"));

        assertThatThrownBy(() -> records.data(message, SessionRevoked.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("until")
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_event_without_data_is_unreadable() {
        var written = records.record("topic", "key", "sample.v1", Map.of(), "c-1");
        var empty = new ProducerRecord<String, byte[]>("topic", null, "key", null, written.headers());

        assertThatThrownBy(() -> records.data(received(empty), SessionRevoked.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("Expected an event with data, but it has none.");
    }

    @Test
    void a_null_in_the_place_of_data_is_unreadable() {
        var written = records.record("topic", "key", "sample.v1", Map.of(), "c-1");
        var empty = new ProducerRecord<String, byte[]>(
                "topic", null, "key", "null".getBytes(StandardCharsets.UTF_8), written.headers());

        assertThatThrownBy(() -> records.data(received(empty), SessionRevoked.class))
                .isInstanceOf(UnreadableRecord.class);
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers()),
                java.util.Optional.empty());
    }
}
