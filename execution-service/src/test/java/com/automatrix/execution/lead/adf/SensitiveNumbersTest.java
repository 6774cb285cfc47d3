package com.automatrix.execution.lead.adf;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.execution.lead.SampleDocuments;
import com.automatrix.execution.lead.adf.Reading.Read;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveNumbersTest {

    private static final String SECRET = "111-22-3333";
    private static final String CARD = "4111 1111 1111 1111";

    @ParameterizedTest
    @ValueSource(strings = {"first", "trim", "street", "comments", "option", "service"})
    void no_free_text_of_a_lead_holds_a_social_security_or_card_number(String place) {
        for (String number : new String[] {SECRET, CARD}) {
            Reading reading = new LeadReader(SampleDocuments.STORE)
                    .read(document(place, "I consent to marketing by text " + number)
                            .getBytes(StandardCharsets.UTF_8));

            assertThat(reading).isInstanceOf(Read.class);
            assertThat(ContractJson.events().writeValueAsString(((Read) reading).leads()))
                    .doesNotContain(number)
                    .contains("marie@example.test");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, CARD})
    void nor_does_that_of_an_e_mail_or_a_form(String number) {
        String text = "Name: Marie Tremblay\nEmail: marie@example.test\nVehicle: 2022 Kia Forte " + number
                + "\nSMS opt-in: yes\nMy number is " + number + "\n";

        Reading reading = new LeadReader(SampleDocuments.STORE).read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(ContractJson.events().writeValueAsString(((Read) reading).leads()))
                .doesNotContain(number)
                .contains("marie@example.test");
    }

    /** An id that looks like a card's number is the sender's name for the lead, by which a repeat is known. */
    private static String document(String place, String text) {
        return """
                <adf><prospect><id source="site">4111111111111111</id>
                <vehicle><year>2022</year><make>Kia</make><model>Forte</model><trim>%s</trim>
                <option><optionname>%s</optionname></option></vehicle>
                <customer><contact><name part="first">%s</name><name part="last">Tremblay</name>
                <email>marie@example.test</email><address><street>%s</street></address></contact>
                <comments>%s</comments></customer>
                <provider><name>AutoSearch</name><service>%s</service></provider></prospect></adf>""".formatted(
                        place.equals("trim") ? text : "EX",
                        place.equals("option") ? text : "Sunroof",
                        place.equals("first") ? text : "Marie",
                        place.equals("street") ? text : "1 Main Street",
                        place.equals("comments") ? text : "Hello",
                        place.equals("service") ? text : "Leads");
    }
}
