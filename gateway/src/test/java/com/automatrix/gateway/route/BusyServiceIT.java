package com.automatrix.gateway.route;

import static com.automatrix.gateway.Downstream.answering;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.gateway.Caller;
import com.automatrix.gateway.Downstream;
import com.automatrix.gateway.Services;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway in front of a service that hangs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "automatrix.gateway.max-waiting=1",
            "spring.kafka.bootstrap-servers=localhost:1",
            "management.server.port=0"
        })
class BusyServiceIT {

    private final Downstream executions = Services.named("execution-service");
    private final Caller caller;

    BusyServiceIT(@LocalServerPort int port) {
        this.caller = new Caller(port);
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        Services.register(registry);
    }

    @Test
    void no_more_requests_wait_for_it_than_there_is_room_for() throws Exception {
        var arrived = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        executions.behave(exchange -> {
            arrived.countDown();
            awaitOrFail(release);
            answering(200, "application/json", "{}").handle(exchange);
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> caller.send(caller.request("/api/executions")));
            arrived.await();
            var refused = caller.send(caller.request("/api/executions"));
            var other = caller.send(caller.request("/api/workflows"));
            release.countDown();

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(refused.body()).contains("\"code\":\"gateway.service-busy\"", "execution-service");
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat(waiting.get().statusCode()).isEqualTo(200);
        }
        assertThat(caller.send(caller.request("/api/executions")).statusCode()).isEqualTo(200);
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
