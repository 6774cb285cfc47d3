package com.automatrix.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.platform.testapp.PlatformIT;
import io.micrometer.tracing.Tracer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@PlatformIT
class TraceIT {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @LocalServerPort
    private int port;

    private final TraceParents traces;
    private final Tracer tracer;
    private final RestClient.Builder clients;

    @Autowired
    TraceIT(TraceParents traces, Tracer tracer, RestClient.Builder clients) {
        this.traces = traces;
        this.tracer = tracer;
        this.clients = clients;
    }

    @Test
    void a_trace_is_continued_from_its_text_form() {
        var seen = new AtomicReference<@Nullable String>();

        traces.run(PARENT, "sample", () -> seen.set(traces.current()));

        assertThat(seen.get())
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .isNotEqualTo(PARENT);
        assertThat(traces.current()).isNull();
    }

    @Test
    void a_malformed_parent_begins_a_trace_of_its_own() {
        var seen = new AtomicReference<@Nullable String>();

        traces.run("nonsense", "sample", () -> seen.set(traces.current()));

        assertThat(seen.get()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void without_a_tracer_everything_runs_all_the_same() {
        var none = new TraceParents(null);
        var seen = new AtomicReference<@Nullable String>("not run");

        none.run(PARENT, "sample", () -> seen.set("run"));

        assertThat(seen.get()).isEqualTo("run");
        assertThat(none.current()).isNull();
        assertThat(tracer).isNotNull();
    }

    @Test
    void a_call_to_another_service_carries_the_correlation_id() {
        var client = clients.baseUrl("http://localhost:" + port).build();

        var answer = new AtomicReference<@Nullable String>();
        Correlation.run(
                "correlation-5",
                () -> answer.set(
                        client.get().uri("/api/public/hello").retrieve().body(String.class)));

        assertThat(answer.get()).isEqualTo("{\"correlationId\":\"correlation-5\"}");
    }

    @Test
    void an_answer_of_another_service_may_have_grown() {
        record Hello() {}
        var client = clients.baseUrl("http://localhost:" + port).build();

        assertThat(client.get().uri("/api/public/hello").retrieve().body(Hello.class))
                .isEqualTo(new Hello());
    }
}
