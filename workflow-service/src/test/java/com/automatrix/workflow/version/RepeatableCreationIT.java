package com.automatrix.workflow.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.workflow.RunningService;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class RepeatableCreationIT {

    private static final String KEY = "Idempotency-Key";

    @LocalServerPort
    private int port;

    private Http builder;

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
    }

    @Test
    void the_same_request_with_the_same_key_makes_one_workflow() {
        Answer first = create("One only", "one-only");
        Answer again = create("One only", "one-only");
        Answer other = create("One only", "one-more");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.text("/id")).isNotEqualTo(first.text("/id"));
    }

    @Test
    void requests_at_the_same_moment_make_one_workflow() throws Exception {
        Callable<Answer> create = () -> create("At once", "at-once");

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers =
                    callers.invokeAll(Stream.generate(() -> create).limit(8).toList());

            assertThat(answers)
                    .extracting(answer -> answer.get().text("/id"))
                    .doesNotContain("")
                    .containsOnly(answers.getFirst().get().text("/id"));
        }
    }

    @Test
    void a_key_that_came_with_another_request_is_refused() {
        create("First", "reused");

        Answer refused = create("Second", "reused");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("workflow.idempotency-key-reused");
    }

    @Test
    void a_key_has_a_length() {
        assertThat(create("Long key", "k".repeat(201)).status()).isEqualTo(400);
    }

    private Answer create(String name, String key) {
        return builder.post("/api/workflows", WorkflowJson.named(name), KEY, key);
    }
}
