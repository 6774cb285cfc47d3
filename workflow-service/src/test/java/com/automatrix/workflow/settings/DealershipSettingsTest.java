package com.automatrix.workflow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import org.junit.jupiter.api.Test;

class DealershipSettingsTest {

    @Test
    void the_settings_before_anybody_made_some_contact_nobody_at_night() {
        assertThat(ContractJson.events().writeValueAsString(DealershipSettings.initial()))
                .isEqualTo("{\"name\":\"My dealership\",\"timeZone\":\"America/New_York\",\"hours\":{},"
                        + "\"quietHours\":{\"from\":\"20:00\",\"to\":\"08:00\"}}");
    }
}
