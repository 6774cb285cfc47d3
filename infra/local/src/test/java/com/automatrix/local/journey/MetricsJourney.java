package com.automatrix.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.local.Dashboards;
import com.automatrix.local.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MetricsJourney {
    /** Counted only by a provider that counts tokens, which the local one does not. */
    private static final Set<String> RARE = Set.of("automatrix_ai_tokens_total");

    private final RunningSystem system = new RunningSystem();

    @Test
    void every_metric_on_a_dashboard_is_served_by_a_service() {
        var workflowId = system.publish("measured", EventWorkflows.classify());
        system.awaitTrigger(workflowId);
        var topic = "dealership.sales";
        system.publishEvent(topic, RunningSystem.LEAD_TYPE, "not JSON".getBytes(UTF_8));
        system.publishEvent(topic, RunningSystem.LEAD_TYPE, RunningSystem.lead("I want to buy it"));

        var expected = Dashboards.metrics();
        expected.removeAll(RARE);
        await().atMost(RunningSystem.PATIENCE)
                .untilAsserted(() -> assertThat(served()).containsAll(expected));
    }

    private Set<String> served() throws IOException, InterruptedException {
        var served = new TreeSet<String>();
        for (var name : ServiceName.values()) {
            scrape(name).lines().map(line -> line.split("[{ ]", 2)[0]).forEach(served::add);
        }
        return served;
    }

    private String scrape(ServiceName name) throws IOException, InterruptedException {
        var uri = URI.create("http://localhost:" + system.settings.ports().managementOf(name) + "/actuator/prometheus");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
