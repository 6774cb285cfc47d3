package com.automatrix.execution.inbox;

import com.automatrix.execution.messaging.OutgoingRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.springframework.stereotype.Component;

/**
 * Puts a record off whose condition may still arrive: it stays in the outbox until the sweep sends it again, so that it
 * holds up nothing behind it.
 */
@Component
class Deferral {

    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String SINCE = "deferred-since";

    /** What a record needs was waited for in vain. */
    static final class NeverArrived extends RuntimeException {

        private static final long serialVersionUID = 1;

        private NeverArrived() {
            super("Expected a published version of the workflow, or the start of the execution, to be there within "
                    + PATIENCE.toSeconds() + " s, but it is not. A workflow that is called has to be published first.");
        }
    }

    /** @throws NeverArrived if the record has been put off for too long */
    OutgoingRecord defer(ConsumerRecord<String, byte[]> message, Instant now) {
        Header earlier = message.headers().lastHeader(SINCE);
        Instant since = earlier == null ? now : Instant.parse(new String(earlier.value(), StandardCharsets.UTF_8));
        if (since.plus(PATIENCE).isBefore(now)) {
            throw new NeverArrived();
        }
        List<RecordHeader> headers = new ArrayList<>(OutgoingRecord.copy(message.headers()));
        if (earlier == null) {
            headers.add(new RecordHeader(SINCE, since.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return new OutgoingRecord(message.topic(), message.key(), headers, message.value());
    }
}
