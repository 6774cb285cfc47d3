package com.automatrix.execution.lead;

import com.automatrix.contracts.event.EventTypes;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.trace.Correlation;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/** Makes the records that tell other parts of the product of a lead. */
@Component
class LeadEvents {

    private static final URI SCHEMA = URI.create("urn:automatrix:schema:lead.received:1");

    private final CloudEventRecords records;
    private final Ids ids;
    private final InstantSource clock;

    LeadEvents(CloudEventRecords records, Ids ids, InstantSource clock) {
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    /** An event with its record. */
    record Outgoing(String eventId, ProducerRecord<String, byte[]> message) {}

    /** Each call makes an event of its own, which consumers do not take for an earlier one. */
    Outgoing received(LeadReceived lead) {
        String eventId = ids.next().toString();
        var event = CloudEventBuilder.v1()
                .withId(eventId)
                .withSource(URI.create("/dealers/" + lead.dealerId() + "/leads"))
                .withType(EventTypes.LEAD_RECEIVED.type())
                .withSubject("lead/" + lead.leadId())
                .withDataSchema(SCHEMA)
                .withTime(clock.instant().atOffset(ZoneOffset.UTC))
                .withExtension("dealerid", lead.dealerId())
                .withExtension("partitionkey", lead.partitionKey())
                .withExtension("dataclass", "personal")
                .withExtension(Correlation.ATTRIBUTE, Correlation.current())
                .withData("application/json", ContractJson.events().writeValueAsBytes(lead))
                .build();
        return new Outgoing(eventId, records.record(EventTypes.LEAD_RECEIVED.topic(), lead.partitionKey(), event));
    }
}
