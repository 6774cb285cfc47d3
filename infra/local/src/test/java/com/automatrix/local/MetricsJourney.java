package com.automatrix.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MetricsJourney {
    /** Counted only once something has gone wrong or a provider was asked, which a test cannot wait for. */
    private static final Set<String> RARE = Set.of("automatrix_ai_tokens_total");

    private final Ports ports = Settings.of(System.getenv()).ports();

    @Test
    void every_metric_on_a_dashboard_is_served_by_a_service() throws IOException, InterruptedException {
        var served = new TreeSet<String>();
        for (var name : ServiceName.values()) {
            scrape(name).lines().map(line -> line.split("[{ ]", 2)[0]).forEach(served::add);
        }

        var expected = Dashboards.metrics();
        expected.removeAll(RARE);
        assertThat(served).containsAll(expected);
    }

    private String scrape(ServiceName name) throws IOException, InterruptedException {
        var uri = URI.create("http://localhost:" + ports.managementOf(name) + "/actuator/prometheus");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
