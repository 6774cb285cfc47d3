package com.automatrix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.local.client.Hub;
import com.automatrix.local.client.Hub.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DoorJourney {
    private final RunningSystem system = new RunningSystem();
    private final Hub stranger = Hub.anonymous(system.settings.url());

    @Test
    void the_page_is_served_to_everybody_and_the_api_to_nobody_without_a_token() {
        assertThat(stranger.get("/").body().asString()).contains("<div id=\"root\"");
        assertThat(stranger.get("/executions/whatever").status()).isEqualTo(200);
        assertThat(stranger.get("/api/workflows").status()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_and_an_unknown_person_get_the_same_answer() {
        var email = "admin@demo.automatrix.local";

        var wrongPassword = signIn(email);
        var unknown = signIn("nobody@example.test");

        assertThat(wrongPassword.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrongPassword.body().path("code")).isEqualTo(unknown.body().path("code"));
        assertThat(wrongPassword.body().path("detail")).isEqualTo(unknown.body().path("detail"));
    }

    @Test
    void an_unknown_field_and_a_wrong_type_are_named_by_their_pointers() {
        var answer = system.hub().post("/api/workflows", Map.of("name", 7, "surprise", true));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.body()
                        .path("violations")
                        .valueStream()
                        .map(it -> it.path("pointer").asString()))
                .containsExactlyInAnyOrder("/name", "/surprise");
    }

    @Test
    void broken_json_is_a_problem_that_says_so() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(system.settings.url() + "/api/workflows"))
                .header("Authorization", "Bearer " + system.hub().token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": "))
                .build();

        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(JsonMapper.shared()
                            .readTree(response.body())
                            .path("code")
                            .asString())
                    .isNotBlank();
        }
    }

    @Test
    void a_correlation_id_comes_back_through_every_service() {
        var answer = system.hub()
                .post(
                        "/api/workflows/validate",
                        Map.of("definition", EventWorkflows.echo()),
                        Map.of("X-Correlation-Id", "journey-1"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().entrySet())
                .anyMatch(header -> header.getKey().equalsIgnoreCase("X-Correlation-Id")
                        && header.getValue().equals("journey-1"));
    }

    private Answer signIn(String email) {
        return stranger.post("/api/auth/login", Map.of("email", email, "password", "certainly wrong 123"));
    }
}
