package com.automatrix.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.step.StepRequests;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.time.Ids;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.TopicProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** Runs AI steps with planted data and looks for it in everything that the service sends, writes and logs. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyIT extends RunningAi {

    private static final List<String> SECRETS = List.of(
            "457-55-5462", "4111 1111 1111 1111", "000123456789", "$65,432", "03/05/1981", "D1234567", "Hunter2");
    private static final List<String> PERSONAL =
            List.of("Tremblay", "514-555-0177", "marie.t@example.test", "12 Juniper Street", "1HGCM82633A004352");

    private static final String TEXT =
            "{\"person\":{\"lastName\":\"Tremblay\"},\"comments\":\"Tremblay here, 514-555-0177,"
                    + " marie.t@example.test, 12 Juniper Street. VIN 1HGCM82633A004352. SSN 457-55-5462, card 4111 1111 1111 1111,"
                    + " account number 000123456789, I make $65,432 a year, DOB 03/05/1981, driver's license D1234567,"
                    + " password is Hunter2\"}";

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private CloudEventRecords records;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void planted_data_is_found_nowhere(CapturedOutput output) {
        try (TopicProbe completed = TopicProbe.of(Topics.STEP_COMPLETED);
                TopicProbe dead = TopicProbe.of(Topics.deadLetter(Topics.STEP_REQUESTED_AI))) {
            ConsumerRecord<String, byte[]> written =
                    answer(completed, "ai.generate", Map.of("prompt", "Repeat it for Tremblay.", "text", TEXT));
            ConsumerRecord<String, byte[]> sorted = answer(
                    completed,
                    "ai.classify",
                    Map.of("text", TEXT, "labels", List.of("hot", "cold"), "confidenceMin", 0.1));

            String text = text(written);
            assertThat(text).contains("Tremblay", "514-555-0177").doesNotContain("[[");
            assertThat(SECRETS).noneMatch(text::contains);
            assertThat(SECRETS).noneMatch(text(sorted)::contains);
            assertThat(dead.during(Duration.ofMillis(500), written.key())).isEmpty();
        }
        assertThat(EchoingModel.received()).isNotEmpty().allSatisfy(this::isClean);
        assertThat(tables()).isNotEmpty().allSatisfy(this::holdsNothing);
        isClean(output.getAll());
    }

    @Test
    void the_full_text_can_be_read_by_an_administrator_alone() {
        try (TopicProbe completed = TopicProbe.of(Topics.STEP_COMPLETED)) {
            String execution = answer(completed, "ai.generate", Map.of("prompt", "Repeat it.", "text", TEXT))
                    .key();

            Http viewer = Http.as("VIEWER", port);
            String id = viewer.get("/api/ai/calls?executionId=" + execution).text("/items/0/id");

            assertThat(viewer.get("/api/ai/calls/" + id).response().body())
                    .contains("[[PHONE_1]]", "\"hasFullText\":true")
                    .doesNotContain("514-555-0177");
            assertThat(viewer.get("/api/ai/calls/" + id + "/full-text").status())
                    .isEqualTo(403);
            assertThat(Http.as("ADMIN", port)
                            .get("/api/ai/calls/" + id + "/full-text")
                            .response()
                            .body())
                    .contains("514-555-0177");

            jdbc.sql("UPDATE ai_calls SET full_text = NULL WHERE id = ?::uuid")
                    .param(id)
                    .update();
            assertThat(Http.as("ADMIN", port)
                            .get("/api/ai/calls/" + id + "/full-text")
                            .text("/code"))
                    .isEqualTo("ai.full-text-not-kept");
        }
    }

    /** All but the request as the engine made it, which waits in the step inbox. */
    private List<String> tables() {
        return jdbc.sql("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void holdsNothing(String table) {
        String row = table.equals("step_inbox") ? "t.result::text" : "t::text";
        String all = String.join(
                "\n",
                jdbc.sql("SELECT coalesce(" + row + ", '') FROM \"" + table + "\" t")
                        .query((found, number) -> found.getString(1))
                        .list());
        assertThat(SECRETS).as(table).noneMatch(all::contains);
        if (!table.equals("step_inbox") && !table.equals("outbox")) {
            assertThat(PERSONAL).as(table).noneMatch(all::contains);
        }
    }

    private void isClean(String text) {
        assertThat(SECRETS).noneMatch(text::contains);
        assertThat(PERSONAL).noneMatch(text::contains);
    }

    private static String text(ConsumerRecord<String, byte[]> message) {
        return new String(message.value(), StandardCharsets.UTF_8);
    }

    private ConsumerRecord<String, byte[]> answer(TopicProbe completed, String type, Map<String, Object> config) {
        var request = StepRequests.of(ids.next(), type, config);
        var key = request.executionId().toString();
        kafka.send(records.record(Topics.STEP_REQUESTED_AI, key, MessageTypes.STEP_REQUESTED, request))
                .join();
        var answer = completed.await(message -> key.equals(message.key()));
        assertThat(records.data(answer, StepCompleted.class).outcome()).isInstanceOf(StepOutcome.Succeeded.class);
        return answer;
    }
}
