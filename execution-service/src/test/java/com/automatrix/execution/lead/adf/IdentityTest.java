package com.automatrix.execution.lead.adf;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.lead.SampleDocuments;
import com.automatrix.execution.lead.adf.Reading.Read;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void a_lead_is_known_again_and_one_about_another_vehicle_is_another() {
        assertThat(key("1HGCM82633A004352", "K1")).isEqualTo(key("1HGCM82633A004352", "K1"));
        assertThat(key("1HGCM82633A004352", "K1")).isNotEqualTo(key("1M8GDM9AXKP042788", "K1"));
    }

    @Test
    void a_number_that_only_holds_a_place_tells_no_vehicle_from_another() {
        assertThat(key("00000000000000000", "K1")).isNotEqualTo(key("00000000000000000", "K2"));
    }

    private static String key(String vin, String stock) {
        String document = """
                <adf><prospect><requestdate>2026-05-01T10:00:00-04:00</requestdate>
                <vehicle><vin>%s</vin><stock>%s</stock></vehicle>
                <customer><contact><email>marie@example.test</email></contact></customer></prospect></adf>""".formatted(vin, stock);
        Read read = (Read) new LeadReader(SampleDocuments.STORE).read(document);
        return Identity.leadKey(read.leads().getFirst(), SampleDocuments.STORE);
    }
}
