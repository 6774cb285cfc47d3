package com.automatrix.execution.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.consent.Purpose;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static final Store STORE = new Store("Lakeside & Sons", "100 Shoreline Drive", "+1 315 555 0100");

    @Test
    void a_text_gets_a_second_form_and_a_footer_in_both() {
        Letter letter = Letter.of("Hello <Marie>\nyour car\n\nis ready", null, Purpose.TRANSACTIONAL, STORE);

        assertThat(letter.text()).isEqualTo("""
                Hello <Marie>
                your car

                is ready

                --\s
                Lakeside & Sons
                100 Shoreline Drive
                +1 315 555 0100
                """);
        assertThat(letter.html())
                .startsWith("<p>Hello &lt;Marie&gt;<br>your car</p>\n<p>is ready</p>")
                .contains("Lakeside &amp; Sons<br>100 Shoreline Drive")
                .doesNotContain("unsubscribe");
    }

    @Test
    void marketing_says_how_to_stop_it() {
        Letter letter = Letter.of("Spring offers", "<html><body><b>Spring</b></body></html>", Purpose.MARKETING, STORE);

        assertThat(letter.text()).contains("answer with \"unsubscribe\"");
        assertThat(letter.html())
                .startsWith("<html><body><b>Spring</b><hr")
                .contains("answer with &quot;unsubscribe&quot;")
                .endsWith("</p></body></html>");
    }
}
