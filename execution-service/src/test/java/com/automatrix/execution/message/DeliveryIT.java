package com.automatrix.execution.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.FakeCredentials;
import com.automatrix.execution.Http;
import com.automatrix.execution.Neighbours;
import com.automatrix.execution.RunningService;
import com.automatrix.testkit.TopicProbe;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** With a mail server and a provider of text messages, as a dealership has them. */
@RunningService
@Import(FakeCredentials.class)
@DirtiesContext
class DeliveryIT {

    private static final String RECEIPTS = "https://hub.lakeside.test/api/messages/receipts/twilio";
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final List<String> TEXTS = new CopyOnWriteArrayList<>();
    private static final HttpServer PROVIDER = provider();
    private static final int REPORTS = freePort();

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private InstantSource clock;

    private Http operator;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        MAIL.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("automatrix.mail.from", () -> "sales@lakeside.test");
        properties.add(
                "automatrix.sms.base-url",
                () -> "http://127.0.0.1:" + PROVIDER.getAddress().getPort());
        properties.add("automatrix.sms.credential", () -> FakeCredentials.NAME);
        properties.add("automatrix.sms.receipts-url", () -> RECEIPTS);
        properties.add("automatrix.leads.smtp.port", () -> REPORTS);
    }

    private static HttpServer provider() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
            server.createContext("/", exchange -> {
                TEXTS.add(exchange.getRequestHeaders().getFirst("Authorization"));
                byte[] answer = "{\"sid\": \"SM%d\"}"
                        .formatted(exchange.getRequestBody().readAllBytes().length)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(201, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop(0);
        MAIL.stop();
    }

    @BeforeEach
    void signIn() {
        operator = Http.as("BUILDER", port);
    }

    @Test
    void a_text_is_sent_by_the_account_of_the_credential_and_its_signed_receipt_is_accepted() throws Exception {
        try (TopicProbe platform = TopicProbe.of(Topics.DEALERSHIP_PLATFORM)) {
            JsonNode ended = run("""
                    {"id": "text", "type": "sms.send",
                     "config": {"to": "+12125550188", "template": "car-is-ready", "person": {"timeZone": "%s"},
                                "values": {"firstName": "Marie", "vehicle": "Forte", "closingTime": "18:00", "total": 120}}}""".formatted(afternoon()));
            String message = ended.at("/output/text/messageId").asString();
            assertThat(ended.at("/output/text/decision").asString()).isEqualTo("SENT");
            assertThat(operator.get("/api/messages/" + message).text("/text")).contains("The total is 120.");
            String sid = operator.get("/api/messages/" + message).text("/providerId");

            Map<String, String> form = Map.of("MessageSid", sid, "MessageStatus", "delivered", "To", "+12125550188");
            assertThat(receipt(form, "wrong")).isEqualTo(401);
            assertThat(receipt(form, TwilioSignature.of(FakeCredentials.SECRET, RECEIPTS, form)))
                    .isEqualTo(204);

            assertThat(operator.get("/api/messages/" + message).text("/state")).isEqualTo("DELIVERED");
            assertThat(events(platform, message, 2))
                    .extracting(event -> event.path("state").asString())
                    .containsExactly("SENT", "DELIVERED");
            assertThat(TEXTS).isNotEmpty().allMatch(proof -> proof.startsWith("Basic "));
        }
    }

    @Test
    void a_mail_server_s_report_that_an_address_does_not_exist_is_noted_and_nothing_is_sent_to_it_again()
            throws Exception {
        String to = "gone." + neighbours.newId() + "@example.test";
        String mail = """
                {"id": "mail", "type": "email.send",
                 "config": {"to": "%s", "from": "Service@lakeside.test", "subject": "Ready", "body": "It is ready."}}""".formatted(to);
        try (TopicProbe platform = TopicProbe.of(Topics.DEALERSHIP_PLATFORM)) {
            String message = run(mail).at("/output/mail/messageId").asString();
            String providerId = operator.get("/api/messages/" + message).text("/providerId");
            MimeMessage arrived = List.of(MAIL.getReceivedMessages()).getLast();
            assertThat(arrived.getMessageID()).isEqualTo(providerId);
            assertThat(arrived.getFrom()[0].toString()).contains("service@lakeside.test");

            report(BounceTest.report("failed", "5.1.1", "")
                    .replace("Marie@Example.test", to)
                    .replace("<m-1@lakeside.test>", providerId));

            await().atMost(Http.PATIENCE)
                    .until(() -> operator.get("/api/messages/" + message)
                            .text("/state")
                            .equals("BOUNCED"));
            assertThat(events(platform, message, 2)
                            .getLast()
                            .path("providerCode")
                            .asString())
                    .isEqualTo("mail.bounced");
            assertThat(run(mail).at("/error/code").asString()).isEqualTo("message.suppressed");
            String part = to.substring(2, 20).toUpperCase(Locale.ROOT);
            assertThat(operator.get("/api/messages/suppressions?address=" + part)
                            .text("/items/0/address"))
                    .isEqualTo(to);
            assertThat(blocked(part)).isEqualTo(1);
            assertThat(blocked("nobody")).isZero();

            String again = "/api/messages/suppressions?channel=EMAIL&address=" + to;
            assertThat(operator.delete(again).status()).isEqualTo(403);
            assertThat(Http.as("ADMIN", port).delete(again).status()).isEqualTo(204);
            assertThat(blocked(part)).isZero();
        }
    }

    private int blocked(String part) {
        return operator.get("/api/messages/suppressions?address=" + part)
                .json()
                .path("items")
                .size();
    }

    @Test
    void a_report_of_what_was_never_sent_here_is_a_document_like_any_other() {
        long before = operator.get("/api/leads").json().path("items").size();

        report(BounceTest.report("failed", "5.1.1", "").replace("m-1@", neighbours.newId() + "@"));

        assertThat(operator.get("/api/leads").json().path("items").size()).isGreaterThanOrEqualTo((int) before);
        assertThat(operator.get("/api/messages/suppressions").json().toString()).doesNotContain("marie@example.test");
    }

    @Test
    void nobody_writes_from_a_domain_that_is_not_the_dealership_s() {
        JsonNode ended = run("""
                {"id": "mail", "type": "email.send",
                 "config": {"to": "a@example.test", "from": "boss@bank.test", "subject": "Hello", "body": "Hello"}}""");

        assertThat(ended.at("/error/code").asString()).isEqualTo("message.foreign-sender");
        assertThat(ended.at("/error/message").asString()).contains("lakeside.test");
    }

    /** Where it is five in the afternoon now: in nobody's quiet hours. */
    private String afternoon() {
        int away = Math.floorMod(17 - clock.instant().atOffset(ZoneOffset.UTC).getHour() + 12, 24) - 12;
        return ZoneOffset.ofHours(away).getId();
    }

    private JsonNode run(String node) {
        return operator.awaitEnd(operator.execute(
                neighbours.publish(
                        "One step", "{\"specVersion\": \"1\", \"nodes\": [%s], \"edges\": []}".formatted(node)),
                "{}"));
    }

    private int receipt(Map<String, String> form, String signature) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/messages/receipts/twilio".formatted(port)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return operator.client()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void report(String report) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(REPORTS);
        sender.send(sender.createMimeMessage(
                new ByteArrayInputStream(report.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private static List<JsonNode> events(TopicProbe platform, String message, int count) {
        List<ConsumerRecord<String, byte[]>> records =
                platform.await(count, event -> ("message/" + message).equals(event.key()));
        List<JsonNode> events = records.stream()
                .map(event -> ContractJson.events().readTree(event.value()))
                .toList();
        assertThat(events)
                .allSatisfy(event -> assertThat(new SchemaCheck().event("message.delivery.v1", event))
                        .isEmpty());
        return events;
    }
}
