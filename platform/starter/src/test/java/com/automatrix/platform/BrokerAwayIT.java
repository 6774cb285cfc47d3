package com.automatrix.platform;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.testapp.Http;
import com.automatrix.platform.testapp.TestApplication;
import com.automatrix.testkit.RealParts;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=sample-service",
            "spring.kafka.bootstrap-servers=localhost:1",
            "spring.kafka.producer.properties[max.block.ms]=200",
            "automatrix.worker.pool=ai",
            "automatrix.outbox.sweep=100ms",
            "management.server.port=0"
        })
@RealParts(kafka = false)
class BrokerAwayIT {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DeadLetters deadLetters;

    @Autowired
    BrokerAwayIT(Outbox outbox, JdbcClient jdbc, PlatformTransactionManager transactions, DeadLetters deadLetters) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.deadLetters = deadLetters;
    }

    @Test
    void a_service_starts_and_answers() {
        var management = new Http(managementPort);

        assertThat(management
                        .send(management.anonymouslyTo("/actuator/health/readiness"))
                        .status())
                .isEqualTo(200);
        assertThat(new Http(port).get("/api/list").status()).isEqualTo(200);
    }

    @Test
    void a_change_does_not_wait_for_the_broker_and_its_event_is_kept() {
        long before = System.nanoTime();
        transaction.executeWithoutResult(_ -> outbox.append("settings-changed", "k", "sample.v1", Map.of("n", 1)));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        await().during(1, SECONDS)
                .atMost(10, SECONDS)
                .until(() -> jdbc.sql("select count(*) from outbox where refused_at is null")
                                .query(Long.class)
                                .single()
                        == 1);
    }

    @Test
    void a_dead_letter_is_not_skipped_but_tried_again() {
        var bad = new ConsumerRecord<>("dealership.sales", 0, 0L, "k", new byte[0]);

        assertThatThrownBy(() -> deadLetters.send(bad, "No VIN."))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Expected the broker to take a dead letter of dealership.sales-0@0, but it did not.");
    }
}
