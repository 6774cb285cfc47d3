package com.automatrix.execution.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZonesTest {

    private static final ContactPolicy STORE = ContactPolicy.of(Map.of("timeZone", "America/Denver"));
    private static final Instant NOON = Instant.parse("2026-05-05T18:00:00Z");

    @Test
    void what_the_record_says_counts_before_everything() {
        assertThat(zones(
                        Map.of("timeZone", "America/Toronto", "address", Map.of("region", "CA", "country", "US")),
                        "+12125550100"))
                .containsExactly("America/Toronto");
        assertThat(zones(Map.of("timeZone", "Mars/Olympus", "address", Map.of("region", "CA")), null))
                .containsExactly("America/Los_Angeles");
    }

    @Test
    void an_address_counts_before_the_area_code() {
        assertThat(zones(address("WA", "98101", "US"), "+12125550100")).containsExactly("America/Los_Angeles");
        assertThat(zones(address("US-NY", "", "US"), null)).containsExactly("America/New_York");
        assertThat(zones(address("QC", "", "CA"), null)).containsExactly("America/Toronto", "America/Halifax");
    }

    @Test
    void a_state_in_two_zones_gives_both() {
        assertThat(zones(address("TN", "", "US"), null)).containsExactly("America/New_York", "America/Chicago");
        assertThat(zones(address("", "37201", "US"), null)).containsExactly("America/New_York", "America/Chicago");
    }

    @Test
    void a_postal_code_tells_the_state_or_the_province() {
        assertThat(zones(address("", "96813-1234", "US"), null)).containsExactly("Pacific/Honolulu");
        assertThat(zones(address("", "h3b 1a1", "CA"), null)).containsExactly("America/Toronto", "America/Halifax");
        assertThat(zones(address("", "V6B1A1", ""), null)).containsExactly("America/Vancouver", "America/Edmonton");
        assertThat(zones(address("", "00000", "US"), null)).containsExactly("America/Denver");
    }

    @Test
    void without_an_address_the_area_code_counts() {
        assertThat(zones(Map.of(), "+12125550100")).containsExactly("America/New_York");
        assertThat(zones(Map.of(), "+13105550100")).containsExactly("America/Los_Angeles");
        assertThat(zones(address("", "10115", "DE"), "+4930123456")).containsExactly("Europe/Berlin");
    }

    @Test
    void what_tells_nothing_leaves_the_dealership_s_own() {
        assertThat(zones(Map.of(), null)).containsExactly("America/Denver");
        assertThat(zones(Map.of(), "nonsense")).containsExactly("America/Denver");
        assertThat(zones(Map.of("address", "somewhere"), null)).containsExactly("America/Denver");
    }

    private static Map<String, Object> address(String region, String postalCode, String country) {
        return Map.of("address", Map.of("region", region, "postalCode", postalCode, "country", country));
    }

    private static List<String> zones(Map<String, ?> person, @Nullable String phone) {
        return Zones.of(person, phone, STORE, NOON).stream().map(ZoneId::getId).toList();
    }
}
