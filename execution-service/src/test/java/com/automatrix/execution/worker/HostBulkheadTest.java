package com.automatrix.execution.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostBulkheadTest {

    @ParameterizedTest
    @CsvSource({
        "https://API.example.com/leads?x=1, api.example.com",
        "http://api.example.com:8080/, api.example.com",
        "api.example.com/leads, http.request",
        "https://not a url, http.request",
        "'', http.request"
    })
    void steps_that_call_one_host_share_a_bulkhead(String url, String bulkhead) {
        assertThat(HostBulkhead.of(Requests.of("http.request", Map.of("url", url))))
                .isEqualTo(bulkhead);
    }

    @Test
    void without_a_usable_host_it_is_that_of_the_type() {
        assertThat(HostBulkhead.of(Requests.of("webhook.send", Map.of("url", 7))))
                .isEqualTo("webhook.send");
        assertThat(HostBulkhead.of(Requests.of("webhook.send", Map.of("url", "https://" + "a".repeat(300)))))
                .isEqualTo("webhook.send");
    }
}
