package com.automatrix.execution.lead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.Http;
import com.automatrix.execution.Http.Answer;
import com.automatrix.execution.Neighbours;
import com.automatrix.execution.RunningService;
import com.automatrix.testkit.TestTokens;
import com.automatrix.testkit.TopicProbe;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningService
class LeadsIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private SmtpDoor smtp;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    private Http operator;
    private String email;
    private String document;

    @BeforeEach
    void makeUpALead() throws IOException {
        operator = Http.as("OPERATOR", port);
        email = "marie-" + neighbours.newId() + "@example.test";
        document = Files.readString(SampleDocuments.FOLDER.resolve("00-as-it-should-be.xml"))
                .replace("marie@example.test", email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml", "text/plain", "application/x-adf+xml", "nonsense"})
    void a_document_becomes_an_event_whatever_its_type_is_called(String type) {
        try (TopicProbe sales = TopicProbe.of(Topics.DEALERSHIP_SALES)) {
            Answer answer = post("/api/leads?dealerId=d-7", type, document);

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text("/quality")).isEqualTo("CLEAN");
            assertThat(answer.header("Location")).isEqualTo("/api/leads/" + answer.text("/id"));
            ConsumerRecord<String, byte[]> event = sales.await(this::isAboutUs);
            JsonNode lead = ContractJson.events().readTree(event.value());
            assertThat(new SchemaCheck().event("lead.received.v1", lead)).isEmpty();
            assertThat(lead.path("leadId").asString()).isEqualTo(answer.text("/id"));
            assertThat(lead.path("dealerId").asString()).isEqualTo("d-7");
            assertThat(event.key())
                    .isEqualTo("d-7:" + lead.at("/person/personId").asString());
            assertThat(header(event, "ce_partitionkey")).isEqualTo(event.key());
            assertThat(header(event, "ce_source")).isEqualTo("/dealers/d-7/leads");
            assertThat(header(event, "ce_dataclass")).isEqualTo("personal");
        }
    }

    @Test
    void a_lead_that_comes_again_is_the_same_lead_and_makes_no_second_event() {
        try (TopicProbe sales = TopicProbe.of(Topics.DEALERSHIP_SALES)) {
            Answer first = post("/api/leads", "text/xml", document);
            Answer again = post("/api/leads", "text/xml", "\n" + document);
            post("/api/leads", "text/xml", document.replace("AS-1001", "AS-1002"));

            assertThat(first.json().path("duplicate").asBoolean()).isFalse();
            assertThat(again.json().path("duplicate").asBoolean()).isTrue();
            assertThat(again.text("/id")).isEqualTo(first.text("/id"));
            assertThat(sales.await(2, this::isAboutUs))
                    .extracting(event -> leadId(event).equals(first.text("/id")))
                    .containsExactly(true, false);
            assertThat(operator.get("/api/leads/" + first.text("/id"))
                            .json()
                            .at("/summary/repeats")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_form_with_a_document_in_a_field_and_a_form_with_fields_are_leads() {
        String encoded = URLEncoder.encode(document, UTF_8);
        String multipart = "--b\r\nContent-Disposition: form-data; name=\"lead\"; filename=\"lead.xml\"\r\n\r\n"
                + document.replace("AS-1001", "AS-2") + "\r\n--b--\r\n";

        Answer field = post("/api/leads", "application/x-www-form-urlencoded", "token=1&adf=" + encoded);
        Answer file = post("/api/leads", "multipart/form-data; boundary=b", multipart);
        Answer fields = post(
                "/api/leads",
                "application/x-www-form-urlencoded",
                "name=Ada+Example&email=" + email + "&comments=Hello%21");
        Answer json = post(
                "/api/leads",
                "application/json",
                "{\"firstName\": \"Ada\", \"email\": \"%s\", \"vehicle\": {\"make\": \"Kia\"}}".formatted(email));

        assertThat(field.text("/quality")).isEqualTo("CLEAN");
        assertThat(file.text("/quality")).isEqualTo("CLEAN");
        assertThat(lead(fields).path("channel").asString()).isEqualTo("FORM");
        assertThat(lead(fields).at("/person/lastName").asString()).isEqualTo("Example");
        assertThat(lead(fields).path("comments").asString()).isEqualTo("Hello!");
        assertThat(lead(json).at("/vehiclesOfInterest/0/make").asString()).isEqualTo("Kia");
    }

    @Test
    void what_cannot_be_read_is_kept_with_the_reason_and_its_sender_is_told() {
        String nonsense = "nonsense " + neighbours.newId();

        Answer answer = post("/api/leads", "text/plain", nonsense);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/quality")).isEqualTo("UNREADABLE");
        assertThat(answer.text("/because")).startsWith("Expected a lead, but");
        assertThat(operator.get("/api/leads?quality=UNREADABLE").text("/items/0/id"))
                .isEqualTo(answer.text("/id"));
        Answer raw = operator.get("/api/leads/" + answer.text("/id") + "/document");
        assertThat(raw.response().body()).isEqualTo(nonsense);
        assertThat(raw.header("Content-Disposition")).startsWith("attachment");
        assertThat(operator.post("/api/leads/" + answer.text("/id") + "/replay", "")
                        .text("/code"))
                .isEqualTo("lead.not-read");
    }

    @Test
    void a_document_over_six_mebibytes_and_one_without_bytes_are_refused() {
        Answer large = post("/api/leads", "text/xml", " ".repeat(6 * 1024 * 1024 + 1));
        Answer empty = post("/api/leads", "text/xml", "");

        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text("/code")).isEqualTo("lead.too-large");
        assertThat(empty.text("/code")).isEqualTo("lead.empty");
        assertThat(post("/api/leads?dealerId=a%20b", "text/xml", document).text("/code"))
                .isEqualTo("lead.bad-dealer");
    }

    @Test
    void a_document_that_was_compressed_for_the_way_is_read_as_it_was_before() throws IOException {
        Answer packed = postAsGzip(gzip(document.getBytes(StandardCharsets.UTF_8)));
        Answer falsely = postAsGzip(document.replace("AS-1001", "AS-3").getBytes(StandardCharsets.UTF_8));
        Answer bomb = postAsGzip(gzip(new byte[64 * 1024 * 1024]));

        assertThat(packed.text("/quality")).isEqualTo("CLEAN");
        assertThat(falsely.text("/quality")).isEqualTo("CLEAN");
        assertThat(bomb.text("/code")).isEqualTo("lead.too-large");
    }

    @Test
    void leads_are_listed_newest_first_page_by_page_and_found_by_words() {
        post("/api/leads", "text/xml", document);
        post("/api/leads", "text/xml", "text before " + document.replace("AS-1001", "AS-2"));

        Answer first = operator.get("/api/leads?limit=1&text=" + email.toUpperCase(java.util.Locale.ROOT));
        Answer second = operator.get("/api/leads?limit=1&text=" + email + "&cursor=" + first.text("/nextCursor"));

        assertThat(first.text("/items/0/quality")).isEqualTo("REPAIRED");
        assertThat(first.text("/items/0/repairs/0")).isEqualTo("preamble");
        assertThat(first.text("/items/0/title")).isEqualTo("Marie Tremblay");
        assertThat(first.text("/items/0/vehicle")).isEqualTo("2022 Kia Forte EX");
        assertThat(second.text("/items/0/quality")).isEqualTo("CLEAN");
        assertThat(second.text("/nextCursor")).isEmpty();
        assertThat(operator.get("/api/leads?quality=GOOD").violations()).containsExactly("?quality lead.bad-filter");
        assertThat(operator.get("/api/leads?to=2001-01-01T00:00:00Z")
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_lead_is_published_again_as_a_new_event() {
        try (TopicProbe sales = TopicProbe.of(Topics.DEALERSHIP_SALES)) {
            Answer taken = post("/api/leads", "text/xml", document);
            Answer replayed = operator.post("/api/leads/" + taken.text("/id") + "/replay", "");

            assertThat(replayed.status()).isEqualTo(202);
            assertThat(sales.await(2, this::isAboutUs).getLast())
                    .satisfies(event -> assertThat(header(event, "ce_id")).isEqualTo(replayed.text("/eventId")));
        }
    }

    @Test
    void many_leads_at_once_are_stored_together_over_one_connection_and_each_counts_once() throws Exception {
        int documents = 30;
        int leads = 10;
        List<Future<Answer>> answers;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
                Connection blocker = database.getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE lead_documents IN ACCESS EXCLUSIVE MODE");
            answers = IntStream.range(0, documents)
                    .mapToObj(number -> document.replace("AS-1001", "AS-2-" + number % leads))
                    .map(lead -> senders.submit(() -> post("/api/leads", "text/xml", lead)))
                    .toList();
            await().until(() -> waiting() == 1);

            assertThat(operator.get("/api/executions?limit=1").status()).isEqualTo(200);

            blocker.rollback();
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.get().status()).isEqualTo(202))
                .extracting(answer -> answer.get().json().path("duplicate").asBoolean())
                .filteredOn(duplicate -> !duplicate)
                .hasSize(leads);
        assertThat(operator.get("/api/leads?text=" + email).json().path("items").values())
                .hasSize(leads)
                .allSatisfy(lead -> assertThat(lead.path("repeats").asInt()).isEqualTo(documents / leads - 1));
    }

    @Test
    void only_who_may_start_executions_may_send_leads() {
        assertThat(post(TestTokens.bearer("VIEWER"), "/api/leads", "text/xml", document)
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("VIEWER", port).get("/api/leads").status()).isEqualTo(200);
        assertThat(operator.get("/api/leads/" + neighbours.newId()).text("/code"))
                .isEqualTo("lead.not-found");
    }

    @Test
    void an_email_is_answered_with_250_once_it_is_durable() throws MessagingException {
        try (TopicProbe sales = TopicProbe.of(Topics.DEALERSHIP_SALES)) {
            send(document);

            JsonNode lead =
                    ContractJson.events().readTree(sales.await(this::isAboutUs).value());
            assertThat(lead.path("channel").asString()).isEqualTo("ADF_EMAIL");
            assertThat(operator.get("/api/leads/" + lead.path("leadId").asString())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_email_that_is_too_large_is_refused_and_the_door_stays_open() throws MessagingException {
        assertThatThrownBy(() -> send(("x".repeat(900) + "\n").repeat(7_500))).isInstanceOf(MessagingException.class);

        send(document);
    }

    @Test
    void steps_read_and_write_a_document() {
        WorkflowId workflow = neighbours.publish("Read and write", """
                {"specVersion": "1", "nodes": [
                   {"id": "read", "type": "auto.parseAdf", "config": {"document": "{{ input.adf }}"}},
                   {"id": "write", "type": "auto.writeAdf",
                    "config": {"lead": "{{ steps.read.output.lead }}", "vendorName": "Lakeside Motors"}}],
                 "edges": [{"source": "read", "target": "write"}]}""");

        JsonNode ended = operator.awaitEnd(
                operator.execute(workflow, ContractJson.events().writeValueAsString(Map.of("adf", document))));

        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/output/write/document").asString())
                .contains("<email>" + email + "</email>")
                .contains("<vendorname>Lakeside Motors</vendorname>");
    }

    private void send(String text) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(smtp.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("provider@example.test");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("leads@example.test"));
        message.setSubject("New lead");
        message.setText(text, "utf-8");
        Transport.send(message);
    }

    /** How many are stopped by the lock on the documents. */
    private long waiting() {
        return jdbc.sql("""
                SELECT count(*) FROM pg_locks WHERE relation = 'lead_documents'::regclass AND NOT granted""").query(Long.class).single();
    }

    private JsonNode lead(Answer taken) {
        return operator.get("/api/leads/" + taken.text("/id")).json().path("lead");
    }

    private boolean isAboutUs(ConsumerRecord<String, byte[]> event) {
        return new String(event.value(), UTF_8).contains(email);
    }

    private static String leadId(ConsumerRecord<String, byte[]> event) {
        return ContractJson.events().readTree(event.value()).path("leadId").asString();
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }

    private Answer post(String path, String type, String body) {
        return post(TestTokens.bearer("OPERATOR"), path, type, body);
    }

    private Answer post(String authorization, String path, String type, String body) {
        return answer(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", authorization)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer postAsGzip(byte[] body) {
        return answer(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/leads"))
                .header("Authorization", TestTokens.bearer("OPERATOR"))
                .header("Content-Type", "text/xml")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private Answer answer(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
