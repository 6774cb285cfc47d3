package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.trigger.DealershipSettings;
import com.automatrix.testkit.RealKafka;
import com.automatrix.testkit.RealPostgres;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class DeferredMessageRestartIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private final RealPostgres.Database database = RealPostgres.newDatabase();
    private final String brokers = RealKafka.anotherBroker();

    @Test
    void a_text_that_waits_for_the_day_outlives_the_service_and_its_step_s_timeout_does_not_run_meanwhile() {
        ExecutionId id;
        OffsetDateTime due;
        try (ConfigurableApplicationContext first = RestartIT.run(database, brokers, "deferred-restart")) {
            quiet(first, "15:00");
            Http operator = Http.as("OPERATOR", RestartIT.port(first));
            id = operator.execute(first.getBean(Neighbours.class).publish("Texts", text(noon(first))), "{}");
            awaitMessage(operator, id);
            due = awaitDeadline(first, id);
        }

        try (ConfigurableApplicationContext second = RestartIT.run(database, brokers, "deferred-restart")) {
            Http operator = Http.as("OPERATOR", RestartIT.port(second));
            JsonNode message = awaitMessage(operator, id);
            assertThat(due)
                    .isEqualTo(
                            OffsetDateTime.parse(message.path("deferredUntil").asString())
                                    .plus(TIMEOUT));
            quiet(second, "10:00");
            second.getBean(JdbcClient.class)
                    .sql("UPDATE step_inbox SET due_at = now() WHERE execution_id = ?")
                    .param(id.value())
                    .update();

            JsonNode ended = operator.awaitEnd(id);

            assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
            assertThat(ended.at("/output/text/messageId").asString())
                    .isEqualTo(message.path("id").asString());
            assertThat(operator.logs(id)).hasSize(1);
            assertThat(operator.logs(id).getFirst().path("attempt").asInt()).isEqualTo(1);
        }
    }

    private static String text(String zone) {
        return """
                {"specVersion": "1", "edges": [],
                 "nodes": [{"id": "text", "type": "sms.send", "timeout": "PT40S",
                            "config": {"to": "+12125550177", "body": "Your car is ready.",
                                       "person": {"timeZone": "%s"}}}]}""".formatted(zone);
    }

    /** Where it is noon now. */
    private static String noon(ConfigurableApplicationContext service) {
        int away = 12 - now(service).getHour();
        return ZoneOffset.ofHours(away).getId();
    }

    private static JsonNode awaitMessage(Http person, ExecutionId id) {
        return await().atMost(Http.PATIENCE)
                .until(
                        () -> person.get("/api/messages?state=DEFERRED&executionId=" + id)
                                .json()
                                .at("/items/0"),
                        JsonNode::isObject);
    }

    /** When the attempt is given up, once the engine knows that it was put off. */
    private static OffsetDateTime awaitDeadline(ConfigurableApplicationContext service, ExecutionId id) {
        return await().atMost(Http.PATIENCE)
                .until(
                        () -> service.getBean(JdbcClient.class)
                                .sql("SELECT due_at FROM timer WHERE execution_id = ?")
                                .param(id.value())
                                .query(OffsetDateTime.class)
                                .list(),
                        timers -> timers.stream()
                                .anyMatch(time -> time.isAfter(now(service).plusHours(1))))
                .getFirst();
    }

    private static OffsetDateTime now(ConfigurableApplicationContext service) {
        return service.getBean(InstantSource.class).instant().atOffset(ZoneOffset.UTC);
    }

    private static void quiet(ConfigurableApplicationContext service, String until) {
        Map<String, Object> values =
                Map.of("name", "Lakeside Motors", "quietHours", Map.of("from", "09:00", "to", until));
        service.getBean(Neighbours.class)
                .tell(
                        Topics.SETTINGS_CHANGED,
                        "dealership",
                        MessageTypes.SETTINGS_CHANGED,
                        new SettingsChanged("dealership", values));
        await().atMost(Http.PATIENCE)
                .until(() -> service.getBean(DealershipSettings.class).vars().equals(values));
    }
}
