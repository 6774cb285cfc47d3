package com.automatrix.execution.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioOutletTest {

    private static final Message TEXT = Messages.text("+15145550100", "Ready & waiting");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer provider;
    private volatile int status = 201;
    private volatile String answer = "{\"sid\": \"SM1\", \"status\": \"queued\"}";

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        provider.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + URLDecoder.decode(
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                            StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "7");
            if (status == 0) {
                exchange.close();
                return;
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void a_text_is_handed_over_with_the_account_s_secret() {
        assertThat(outlet().handOver(TEXT)).isEqualTo(new Handover.Accepted(MessageState.SENT, "TWILIO", "SM1", 1));

        String secret = Base64.getEncoder().encodeToString("AC1:token".getBytes(StandardCharsets.UTF_8));
        assertThat(asked)
                .containsExactly("POST /2010-04-01/Accounts/AC1/Messages.json Basic " + secret
                        + " To=+15145550100&From=+15145550199&Body=Ready & waiting"
                        + "&StatusCallback=https://dealer.example/api/messages/receipts/twilio");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21211, sms.refused,        false, true",
        "400, 21610, message.suppressed, false, true",
        "401, 20003, sms.refused,        false, false",
        "429, 20429, sms.rate-limited,   true,  false"
    })
    void what_the_provider_refuses_says_whether_to_try_again(
            int refusal, int number, String code, boolean isRetryable, boolean isAddressBad) {
        status = refusal;
        answer = "{\"code\": %d, \"message\": \"no\"}".formatted(number);

        assertThat(outlet().handOver(TEXT)).isInstanceOfSatisfying(Handover.Rejected.class, rejected -> {
            assertThat(rejected.error().code()).isEqualTo(code);
            assertThat(rejected.error().retryable()).isEqualTo(isRetryable);
            assertThat(rejected.error().retryAfter()).isEqualTo(isRetryable ? Duration.ofSeconds(7) : null);
            assertThat(rejected.isAddressBad()).isEqualTo(isAddressBad);
        });
    }

    @Test
    void nobody_knows_what_became_of_a_text_when_the_provider_fails_over_it() {
        status = 503;
        assertThat(outlet().handOver(TEXT)).isInstanceOf(Handover.Unknown.class);
        status = 0;
        assertThat(outlet().handOver(TEXT)).isInstanceOf(Handover.Unknown.class);
        status = 201;
        answer = "<html>";
        assertThat(outlet().handOver(TEXT)).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void a_provider_that_is_not_there_may_be_later() {
        TwilioOutlet outlet = outlet();
        provider.stop(0);

        assertThat(outlet.handOver(TEXT))
                .isInstanceOfSatisfying(
                        Handover.Rejected.class,
                        rejected -> assertThat(rejected.error().code()).isEqualTo("sms.unreachable"));
    }

    @Test
    void a_receipt_s_signature_is_over_the_address_and_the_sorted_fields() {
        Map<String, String> fields = Map.of("MessageStatus", "delivered", "MessageSid", "SM1");
        String url = "https://dealer.example/api/messages/receipts/twilio";
        String signature = TwilioSignature.of("token", url, fields);

        assertThat(TwilioSignature.fits(signature, "token", url, fields)).isTrue();
        assertThat(TwilioSignature.fits(signature, "other", url, fields)).isFalse();
        assertThat(TwilioSignature.fits(signature, "token", url + "?x", fields)).isFalse();
        assertThat(TwilioSignature.fits(signature, "token", url, Map.of("MessageSid", "SM1")))
                .isFalse();
        assertThat(TwilioSignature.fits(null, "token", url, fields)).isFalse();
        assertThat(TwilioSignature.fits(TwilioSignature.of("x", url, fields), "", url, fields))
                .isFalse();
    }

    @Test
    void the_signature_is_that_of_the_provider_s_own_example() {
        assertThat(TwilioSignature.of(
                        "12345",
                        "https://mycompany.com/myapp.php?foo=1&bar=2",
                        Map.of(
                                "CallSid", "CA1234567890ABCDE",
                                "Caller", "+14158675309",
                                "Digits", "1234",
                                "From", "+14158675309",
                                "To", "+18005551212")))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    private TwilioOutlet outlet() {
        return new TwilioOutlet(
                new SmsProperties(
                        "http://127.0.0.1:" + provider.getAddress().getPort(),
                        null,
                        "AC1",
                        "token",
                        "+15145550199",
                        "https://dealer.example/api/messages/receipts/twilio",
                        Duration.ofSeconds(20)),
                () -> new SmsAccount.Account("AC1", "token"));
    }
}
