package com.automatrix.execution.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.lead.adf.Lead;
import com.automatrix.execution.lead.adf.Reading;
import com.automatrix.execution.lead.adf.Reading.Read;
import com.automatrix.execution.lead.adf.Reading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What holds for any bytes: they are leads that fit their event, or a reason. */
final class DocumentCheck {

    private static final int LARGEST_EVENT = 1024 * 1024;

    private final SchemaCheck schemas = new SchemaCheck();

    void accept(byte[] document, String type) {
        Reading reading = new DocumentReader(SampleDocuments.STORE)
                .read(new IncomingDocument(document, type))
                .reading();
        switch (reading) {
            case Unreadable unreadable -> assertThat(unreadable.because()).startsWith("Expected ");
            case Read read -> read.leads().forEach(lead -> checkEvent(lead, read));
        }
        refuseLoss(document, type, reading);
    }

    private void checkEvent(Lead lead, Read read) {
        LeadReceived event = LeadReceived.of(
                lead,
                read.quality(),
                new LeadReceived.Receipt(new UUID(1, 2), "d-1", SampleDocuments.STORE.receivedAt(), "ADF_HTTP", null));
        byte[] json = ContractJson.events().writeValueAsBytes(event);
        assertThat(schemas.event("lead.received.v1", ContractJson.events().readTree(json)))
                .isEmpty();
        assertThat(json.length).isLessThan(LARGEST_EVENT);
    }

    /** Somebody whose address stands in the document is never lost. */
    private static void refuseLoss(byte[] document, String type, Reading reading) {
        String text = new String(document, StandardCharsets.UTF_8);
        if (type.equals("text/xml") && text.contains(">marie@example.test<")) {
            assertThat(reading).isInstanceOf(Read.class);
        }
    }
}
