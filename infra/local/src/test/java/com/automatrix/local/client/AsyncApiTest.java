package com.automatrix.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.local.Checkout;
import com.automatrix.local.Failure;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private final AsyncApi document =
            AsyncApi.read(Checkout.ROOT.resolve("contracts/src/main/resources/contracts/asyncapi.yaml"));

    @Test
    void another_system_finds_the_topic_of_its_event_in_the_document() {
        assertThat(document.topicOf("com.automatrix.lead.received.v1")).isEqualTo("dealership.sales");
        assertThat(document.topics()).contains("dealership.sales", "dealership.service");
    }

    @Test
    void an_event_that_nobody_reads_is_named() {
        assertThatThrownBy(() -> document.topicOf("com.automatrix.lead.vanished.v1"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("com.automatrix.lead.vanished.v1");
    }
}
