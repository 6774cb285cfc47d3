package com.automatrix.execution.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.lead.adf.AdfWriter;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadReceivedTest {

    @Test
    void an_event_that_says_as_little_as_its_schema_allows_is_written_as_adf() {
        Map<?, ?> event = ContractJson.events().readValue("""
                {"leadId": "L-1", "dealerId": "d-1", "receivedAt": "2026-05-01T14:00:00Z", "channel": "FORM", "leadType": "SALES",
                 "person": {"phones": [{"e164": "+15145550100"}, {"raw": "555-0101", "type": "HOME"}],
                            "address": {"city": "Lakeside"}},
                 "vehiclesOfInterest": [{"make": "Kia"}], "tradeIns": [{"make": "Honda"}, {"make": "Opel", "interest": "SELL"}],
                 "externalIds": [{"id": "7"}], "provider": {"name": "Portal"}}""", Map.class);
        assertThat(new SchemaCheck().event("lead.received.v1", event)).isEmpty();

        LeadReceived lead = ContractJson.events().convertValue(event, LeadReceived.class);
        String document = AdfWriter.write(
                lead.lead(), "Lakeside Motors", lead.receivedAt().atOffset(ZoneOffset.UTC));

        assertThat(document)
                .contains("<phone type=\"voice\">+15145550100</phone>")
                .contains("<phone type=\"voice\" time=\"evening\">555-0101</phone>")
                .containsOnlyOnce("<vehicle interest=\"buy\">")
                .containsOnlyOnce("<vehicle interest=\"trade-in\">")
                .containsOnlyOnce("<vehicle interest=\"sell\">");
    }
}
