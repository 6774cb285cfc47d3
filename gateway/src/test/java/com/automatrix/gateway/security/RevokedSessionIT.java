package com.automatrix.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SessionRevoked;
import com.automatrix.contracts.message.Topics;
import com.automatrix.gateway.Caller;
import com.automatrix.gateway.Services;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.RealParts;
import com.automatrix.testkit.TestTokens;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/** The door while sessions end: with a real broker that tells of it. */
@RealParts(postgres = false)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class RevokedSessionIT {

    private final Caller caller;
    private final KafkaTemplate<String, byte[]> kafka;
    private final CloudEventRecords records;

    RevokedSessionIT(@LocalServerPort int port, KafkaTemplate<String, byte[]> kafka, CloudEventRecords records) {
        this.caller = new Caller(port);
        this.kafka = kafka;
        this.records = records;
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        Services.registerAddresses(registry);
    }

    @Test
    void a_token_of_an_ended_session_is_refused_at_once_and_others_are_not()
            throws ExecutionException, InterruptedException {
        var ended = TestTokens.user("VIEWER").session("ended").sign();
        var open = TestTokens.user("VIEWER").session("open").sign();
        assertThat(statusWith(ended)).isEqualTo(200);

        var message = new SessionRevoked("ended", Instant.now().plusSeconds(600));
        kafka.send(records.record(
                        Topics.SESSION_REVOKED,
                        "ended",
                        MessageTypes.SESSION_REVOKED,
                        "/automatrix/auth-service",
                        message,
                        "test"))
                .get();

        await().untilAsserted(() -> assertThat(statusWith(ended)).isEqualTo(401));
        assertThat(statusWith(open)).isEqualTo(200);
    }

    private int statusWith(String token) {
        try {
            return caller.send(caller.anonymous("/api/workflows").header("Authorization", "Bearer " + token))
                    .statusCode();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
