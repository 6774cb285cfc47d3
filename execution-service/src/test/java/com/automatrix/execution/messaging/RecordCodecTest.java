package com.automatrix.execution.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    private final OutgoingRecord full = new OutgoingRecord(
            "step-requested.ai",
            "key-ü",
            List.of(
                    new RecordHeader("ce_id", "1".getBytes(StandardCharsets.UTF_8)),
                    new RecordHeader("empty", new byte[0])),
            "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    private final OutgoingRecord tombstone = OutgoingRecord.of(new ProducerRecord<>("topic", null, null));

    @Test
    void records_come_back_as_they_were_written() {
        List<OutgoingRecord> back = RecordCodec.decode(RecordCodec.encode(List.of(full, tombstone)));

        assertThat(back).usingRecursiveComparison().isEqualTo(List.of(full, tombstone));
    }

    @Test
    void damaged_bytes_are_not_taken_for_records() {
        byte[] bytes = RecordCodec.encode(List.of(full));

        assertThatThrownBy(() -> RecordCodec.decode(Arrays.copyOf(bytes, 3))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_record_takes_over_the_trace_that_caused_it() {
        OutgoingRecord traced = full.withTraceparent("00-1-2-01").withTraceparent("00-3-4-01");

        assertThat(traced.headers()).extracting(RecordHeader::key).containsExactly("ce_id", "empty", "traceparent");
        assertThat(new String(traced.headers().getLast().value(), StandardCharsets.UTF_8))
                .isEqualTo("00-3-4-01");
        assertThat(full.withTraceparent(null)).isSameAs(full);
    }
}
