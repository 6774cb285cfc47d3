package com.automatrix.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.gateway.Caller;
import com.automatrix.gateway.Downstream;
import com.automatrix.gateway.Services;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "automatrix.gateway.rate-limit.per-account.per-second=1",
            "automatrix.gateway.rate-limit.per-account.burst=3",
            "automatrix.gateway.rate-limit.per-address.per-second=1",
            "automatrix.gateway.rate-limit.per-address.burst=20",
            "spring.kafka.bootstrap-servers=localhost:1",
            "management.server.port=0"
        })
class RateLimitIT {

    private static final int MOST = 60;

    private final Caller caller;

    @Autowired
    private MeterRegistry metrics;

    RateLimitIT(@LocalServerPort int port) {
        this.caller = new Caller(port);
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        Services.register(registry);
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_again_and_it_is_counted() throws Exception {
        Services.named("execution-service").behave(Downstream.answering(200, "application/json", "{}"));

        var refused = untilRefused("/api/executions", caller::request);

        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("gateway.too-many-requests");
        assertThat(counted("account")).isPositive();

        assertThat(caller.send(caller.anonymous("/")).statusCode()).isNotEqualTo(429);
        // Without a token, so only by the address.
        untilRefused("/api/auth/login", caller::anonymous);
        assertThat(counted("address")).isPositive();
    }

    private HttpResponse<String> untilRefused(String path, Function<String, HttpRequest.Builder> request)
            throws IOException, InterruptedException {
        var answer = caller.send(request.apply(path));
        for (int i = 0; i < MOST && answer.statusCode() != 429; i++) {
            answer = caller.send(request.apply(path));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        return answer;
    }

    private double counted(String by) {
        return metrics.get("automatrix.gateway.rate.limited")
                .tag("by", by)
                .counter()
                .count();
    }
}
