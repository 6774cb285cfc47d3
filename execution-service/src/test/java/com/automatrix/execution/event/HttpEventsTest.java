package com.automatrix.execution.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Violation;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HttpEventsTest {

    private static final String ONE = """
            {"specversion": "1.0", "id": "1", "source": "/crm", "type": "com.automatrix.lead.received.v1",
             "partitionkey": "d:1", "data": {"leadId": "L-1"}}""";

    @Test
    void binary_mode_has_attributes_in_headers_and_data_in_the_body() {
        ReceivedEvent received = read(
                        "application/json",
                        Map.of(
                                "ce-specversion", "1.0",
                                "ce-id", "1",
                                "ce-source", "/crm",
                                "ce-type", "com.automatrix.lead.received.v1",
                                "ce-subject", "Jos%C3%A9",
                                "ce-time", "2026-05-01T14:00:00Z",
                                "ce-partitionkey", "50%",
                                "accept", "*/*"),
                        "{\"leadId\": \"L-1\"}")
                .getFirst();

        CloudEvent event = Objects.requireNonNull(received.event());
        assertThat(event.getId()).isEqualTo("1");
        assertThat(event.getSubject()).isEqualTo("José");
        assertThat(event.getExtension("partitionkey")).isEqualTo("50%");
        assertThat(data(event)).isEqualTo("{\"leadId\": \"L-1\"}");
        assertThat(received.dataPlace()).isEmpty();
    }

    @Test
    void structured_mode_has_all_in_the_body() {
        ReceivedEvent received = read("application/cloudevents+json; charset=utf-8", Map.of(), ONE)
                .getFirst();

        CloudEvent event = Objects.requireNonNull(received.event());
        assertThat(event.getExtension("partitionkey")).isEqualTo("d:1");
        assertThat(data(event)).isEqualTo("{\"leadId\":\"L-1\"}");
        assertThat(received.dataPlace()).isEqualTo("/data");
    }

    @Test
    void each_event_of_a_batch_is_read_by_itself() {
        List<ReceivedEvent> received =
                read("application/cloudevents-batch+json", Map.of(), "[%s, {\"id\": \"2\"}, 7]".formatted(ONE));

        assertThat(received).hasSize(3);
        assertThat(received.getFirst().event()).isNotNull();
        assertThat(received.get(1).violations())
                .extracting(Violation::pointer)
                .containsExactly("/1/specversion", "/1/source", "/1/type");
        assertThat(received.get(2).violations()).extracting(Violation::pointer).contains("/2/id");
    }

    @Test
    void a_missing_or_malformed_attribute_is_named() {
        assertThat(read("application/json", Map.of("ce-id", "1", "ce-specversion", "0.3"), "{}")
                        .getFirst()
                        .violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("header:ce-specversion", "event.other-version"),
                        tuple("header:ce-source", "event.missing-attribute"),
                        tuple("header:ce-type", "event.missing-attribute"));
        assertThat(read(
                                "application/cloudevents+json",
                                Map.of(),
                                ONE.replace("\"/crm\"", "\"/crm\", \"time\": \"soon\""))
                        .getFirst()
                        .violations())
                .extracting(Violation::code)
                .containsExactly("event.bad-attribute");
    }

    @Test
    void what_is_no_event_is_refused() {
        assertCode("application/json", "{}", "event.none");
        assertCode(null, "{}", "event.none");
        assertCode("application/cloudevents+json", "{", "event.malformed-json");
        assertCode("application/cloudevents-batch+json", ONE, "event.no-batch");
    }

    @Test
    void a_batch_has_a_largest_size() {
        String batch = "[" + String.join(",", Collections.nCopies(HttpEvents.LARGEST_BATCH + 1, "{}")) + "]";

        assertThatThrownBy(() -> read("application/cloudevents-batch+json", Map.of(), batch))
                .isInstanceOf(TooLarge.class);
    }

    private static void assertCode(@Nullable String contentType, String body, String code) {
        assertThatThrownBy(() -> read(contentType, Map.of(), body))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static List<ReceivedEvent> read(@Nullable String contentType, Map<String, String> headers, String body) {
        return HttpEvents.read(contentType, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String data(CloudEvent event) {
        return new String(Objects.requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8);
    }
}
