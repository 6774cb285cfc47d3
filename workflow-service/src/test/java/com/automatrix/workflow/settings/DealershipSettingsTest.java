package com.automatrix.workflow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DealershipSettingsTest {

    @Test
    void the_settings_before_anybody_made_some_contact_nobody_at_night() {
        assertThat(ContractJson.events().writeValueAsString(DealershipSettings.initial()))
                .isEqualTo("{\"name\":\"My dealership\",\"timeZone\":\"America/New_York\",\"hours\":{},"
                        + "\"quietHours\":{\"from\":\"20:00\",\"to\":\"08:00\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.example.com",
                "*.example.com",
                "a-b.example.com",
                "localhost",
                "1.example.com",
                "xn--mnchen-3ya.de"
            })
    void a_host_is_named(String host) {
        assertThat(host).matches(DealershipSettings.HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.",
                "*.*.com",
                "crm.*.com",
                "Crm.example.com",
                "crm.example.com.",
                "crm.example.com:8080",
                "https://crm.example.com",
                "user@crm.example.com",
                "10.0.0.1",
                "2130706433",
                "0x7f000001",
                "[::1]",
                "-a.example.com",
                "a-.example.com",
                "a..example.com",
                "crm example.com"
            })
    void an_address_or_anything_else_is_no_host(String host) {
        assertThat(host).doesNotMatch(DealershipSettings.HOST);
    }
}
