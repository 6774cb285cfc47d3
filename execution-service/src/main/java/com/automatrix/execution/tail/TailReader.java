package com.automatrix.execution.tail;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.UnreadableRecord;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads records for looking at: what is no event is told as that. */
@Component
class TailReader {

    private static final int LARGEST_SHOWN = 64 * 1024;

    private final CloudEventRecords events;

    TailReader(CloudEventRecords events) {
        this.events = events;
    }

    TailedEvent read(ConsumerRecord<String, byte[]> message) {
        CloudEvent event = event(message);
        return new TailedEvent(
                message.topic(),
                message.partition(),
                message.offset(),
                Instant.ofEpochMilli(message.timestamp()),
                event != null,
                event == null ? null : event.getId(),
                event == null ? null : event.getType(),
                event == null ? null : event.getSource().toString(),
                event == null ? null : event.getSubject(),
                event == null ? null : data(event),
                false);
    }

    private @Nullable CloudEvent event(ConsumerRecord<String, byte[]> message) {
        try {
            return message.value() == null ? null : events.read(message);
        } catch (UnreadableRecord none) {
            return null;
        }
    }

    private static @Nullable JsonNode data(CloudEvent event) {
        CloudEventData data = event.getData();
        if (data == null) {
            return null;
        }
        byte[] bytes = data.toBytes();
        try {
            return bytes.length > LARGEST_SHOWN ? null : ContractJson.events().readTree(bytes);
        } catch (JacksonException malformed) {
            return null;
        }
    }
}
