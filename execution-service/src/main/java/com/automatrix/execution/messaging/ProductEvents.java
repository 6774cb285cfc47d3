package com.automatrix.execution.messaging;

import com.automatrix.contracts.event.EventType;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.trace.Correlation;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells other systems, and workflows, what the product has done: events of the catalogue, by the outbox. */
@Component
public class ProductEvents {

    private final CloudEventRecords records;
    private final Outbox outbox;
    private final InstantSource clock;

    ProductEvents(CloudEventRecords records, Outbox outbox, InstantSource clock) {
        this.records = records;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What an event is about.
     *
     * @param subject such as {@code task/…}; events of one subject stay in their order
     * @param what tells this event of the subject from its others: the same gives the same event id
     */
    public record About(String subject, String what) {}

    /** Inside the caller's transaction: it is published if and only if that commits. */
    public void append(EventType type, About about, String correlationId, Object data) {
        String name = type.type() + " " + about.subject() + " " + about.what();
        var event = CloudEventBuilder.v1()
                .withId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .withSource(URI.create("/automatrix/executions"))
                .withType(type.type())
                .withSubject(about.subject())
                .withDataSchema(URI.create(type.dataSchema()))
                .withTime(clock.instant().atOffset(ZoneOffset.UTC))
                .withExtension("partitionkey", about.subject())
                .withExtension("dataclass", "personal")
                .withExtension(Correlation.ATTRIBUTE, correlationId)
                .withData("application/json", ContractJson.events().writeValueAsBytes(data))
                .build();
        outbox.append(List.of(records.record(type.topic(), about.subject(), event)));
    }
}
