package com.automatrix.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.auth.AuthClient;
import com.automatrix.auth.AuthServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class PeopleIT {

    private static final String SERVICE = "execution-service:a secret of this test's worker";
    private static final String PASSWORD = "red truck blue truck";

    private final AuthClient client;

    PeopleIT(AuthClient client) {
        this.client = client;
    }

    @Test
    void a_service_hears_who_of_a_group_may_sign_in() {
        var admin = client.administrator();
        var kim = client.user("kim.people@example.com", PASSWORD, "VIEWER");
        var gone = client.user("gone.people@example.com", PASSWORD, "VIEWER");
        client.patch("/api/users/" + kim, Map.of("groups", Set.of("PEOPLE_DESK")), admin);
        client.patch("/api/users/" + gone, Map.of("groups", Set.of("PEOPLE_DESK"), "isActive", false), admin);

        var members = client.get("/internal/people/PEOPLE_DESK", serviceToken());

        assertThat(members.status()).isEqualTo(200);
        assertThat(members.body()
                        .path("items")
                        .valueStream()
                        .map(person -> person.path("email").asString()))
                .containsExactly("kim.people@example.com");
        assertThat(client.get("/internal/people/kim.people@example.com", serviceToken())
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(client.get("/internal/people/NOBODY", serviceToken()).body().path("items"))
                .isEmpty();
        assertThat(client.get("/internal/people/PEOPLE_DESK", admin).status()).isEqualTo(401);
    }

    @Test
    void everybody_who_is_signed_in_sees_whom_a_task_can_be_given_to() {
        var admin = client.administrator();
        var lee = client.user("lee.people@example.com", PASSWORD, "VIEWER");
        var gone = client.user("left.people@example.com", PASSWORD, "VIEWER");
        client.patch("/api/users/" + lee, Map.of("groups", Set.of("PEOPLE_DESK")), admin);
        client.patch("/api/users/" + gone, Map.of("isActive", false), admin);
        var token = client.login("lee.people@example.com", PASSWORD).accessToken();

        var colleagues = client.get("/api/users/colleagues", token);

        assertThat(colleagues.status()).isEqualTo(200);
        var items = colleagues.body().path("items").valueStream().toList();
        assertThat(items)
                .filteredOn(person ->
                        "lee.people@example.com".equals(person.path("email").asString()))
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.propertyNames()).containsExactly("email", "name", "roles", "groups");
                    assertThat(person.at("/groups/0").asString()).isEqualTo("PEOPLE_DESK");
                });
        assertThat(items)
                .noneMatch(person ->
                        "left.people@example.com".equals(person.path("email").asString()));
        assertThat(client.get("/api/users/colleagues", "").status()).isEqualTo(401);
    }

    private String serviceToken() {
        return client.send(client.request("POST", "/internal/token", "grant_type=client_credentials")
                        .setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder().encodeToString(SERVICE.getBytes(StandardCharsets.UTF_8))))
                .body()
                .path("access_token")
                .asString();
    }
}
