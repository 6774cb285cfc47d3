package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.message.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class EventTailIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Test
    void an_event_is_told_to_who_looks_on_and_again_to_who_comes_later() throws Exception {
        String dealer = neighbours.newId();
        String path = "/api/events/tail?type=lead.received&text=" + dealer;
        try (StreamReader reader = StreamReader.openAs("OPERATOR", port, path)) {
            reader.await(line -> line.equals(":listening"));
            neighbours.happened(Topics.DEALERSHIP_SALES, LeadJourneyIT.lead(neighbours.newId(), "other"));
            neighbours.happened(Topics.DEALERSHIP_SALES, LeadJourneyIT.lead(neighbours.newId(), dealer));

            assertThat(reader.await(line -> line.startsWith("data:")))
                    .contains(dealer)
                    .contains("\"topic\":\"dealership.sales\"")
                    .contains("Tremblay");
        }
        try (StreamReader later = StreamReader.openAs("OPERATOR", port, path)) {
            assertThat(later.await(line -> line.startsWith("data:"))).contains(dealer);
        }
    }

    @Test
    void who_may_not_see_personal_data_is_told_of_the_event_without_it() throws Exception {
        String eventId = neighbours.newId();
        try (StreamReader reader = StreamReader.open(port, "/api/events/tail?source=/test/website")) {
            reader.await(line -> line.equals(":listening"));
            neighbours.happened(Topics.DEALERSHIP_SALES, LeadJourneyIT.lead(eventId, "d-1"));

            assertThat(reader.await(line -> line.startsWith("data:") && line.contains(eventId)))
                    .contains("\"isHidden\":true")
                    .doesNotContain("Tremblay");
        }
    }
}
