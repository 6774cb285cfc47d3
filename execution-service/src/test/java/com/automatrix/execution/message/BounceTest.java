package com.automatrix.execution.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceTest {

    @Test
    void a_report_tells_of_each_recipient() {
        assertThat(Bounce.read(bytes(report("failed", "5.1.1", """
                Final-Recipient: rfc822; LEE@example.test
                Action: delayed
                Status: 4.4.1

                """))))
                .containsExactly(
                        new Bounce("<m-1@lakeside.test>", "marie@example.test", "failed", "5.1.1"),
                        new Bounce("<m-1@lakeside.test>", "lee@example.test", "delayed", "4.4.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, true",
        "failed, 5.1.2, true",
        "failed, 5.2.2, false",
        "failed, 4.4.7, false",
        "delayed, 5.1.1, false",
        "delivered, 2.0.0, false"
    })
    void only_an_address_that_does_not_exist_is_bad(String action, String status, boolean isBad) {
        assertThat(Bounce.read(bytes(report(action, status, ""))).getFirst().isAddressBad())
                .isEqualTo(isBad);
    }

    @Test
    void what_is_no_report_or_does_not_say_of_what_reports_nothing() {
        assertThat(Bounce.read(new byte[0])).isEmpty();
        assertThat(Bounce.read(bytes("Subject: Hello\n\nFinal-Recipient: rfc822; a@b.test\n")))
                .isEmpty();
        assertThat(Bounce.read(bytes(report("failed", "5.1.1", "").replace("Message-ID", "X-Other"))))
                .isEmpty();
    }

    @Test
    void any_bytes_are_a_report_or_none() {
        byte[] report = bytes(report("failed", "5.1.1", ""));
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] changed = report.clone();
            for (int i = 0; i < 5; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThat(Bounce.read(changed)).hasSizeLessThan(100);
        }
    }

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static String report(String action, String status, String more) {
        return """
                From: MAILER-DAEMON@mx.example.test
                To: sales@lakeside.test
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                Your mail could not be delivered.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.test
                Arrival-Date: Fri, 1 May 2026 14:00:00 +0000

                Final-Recipient: rfc822; <Marie@Example.test>
                Action: %s
                Status: %s (bad destination)
                Diagnostic-Code: smtp; 550 no such user

                %s--b1
                Content-Type: message/rfc822

                From: sales@lakeside.test
                Message-ID: <m-1@lakeside.test>
                Subject: Your request

                Hello
                --b1--
                """.formatted(action, status, more);
    }
}
