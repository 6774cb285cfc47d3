package com.automatrix.workflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.workflow.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@RunningService
@ActiveProfiles("demo")
class DemoIT {

    @LocalServerPort
    private int port;

    @Autowired
    private List<ApplicationRunner> runners;

    @Test
    void the_first_start_publishes_workflows_and_fills_in_the_settings_and_the_second_adds_nothing() throws Exception {
        Http viewer = Http.as("VIEWER", port);
        List<String> first = published(viewer);

        for (ApplicationRunner runner : runners) {
            runner.run(new DefaultApplicationArguments());
        }

        assertThat(first)
                .containsExactlyInAnyOrder(
                        "Plan the call-back of a missed call",
                        "Plan what to do about a recall",
                        "Route a customer's message");
        assertThat(published(viewer)).isEqualTo(first);
        assertThat(viewer.get("/api/settings/dealership").text("/name")).isEqualTo("Lakeside Motors");
    }

    private static List<String> published(Http viewer) {
        Answer answer = viewer.get("/api/workflows?status=PUBLISHED");
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString(""))
                .toList();
    }
}
