package com.automatrix.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.auth.AuthClient;
import com.automatrix.auth.AuthServiceTest;
import com.nimbusds.jwt.SignedJWT;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@AuthServiceTest
class UserIT {

    private static final String PASSWORD = "red truck blue truck";

    private final AuthClient client;
    private final JdbcClient jdbc;

    UserIT(AuthClient client, JdbcClient jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    @Test
    void an_invited_user_gets_a_temporary_password_and_chooses_another() {
        var invitation = invite("invited@example.com", "OPERATOR");
        assertThat(invitation.status()).isEqualTo(201);
        assertThat(invitation.raw().headers().firstValue("Location")).hasValue("/api/users/" + invitation.userId());
        assertThat(invitation.body().path("user").path("lastSignInAt").isNull()).isTrue();
        var temporary = invitation.body().path("temporaryPassword").asString();

        var first = client.login("invited@example.com", temporary);
        assertThat(first.body().path("user").path("mustChangePassword").asBoolean())
                .isTrue();
        var changed = client.post(
                "/api/auth/password",
                Map.of("currentPassword", temporary, "newPassword", PASSWORD),
                first.accessToken());

        assertThat(changed.status()).isEqualTo(204);
        assertThat(client.login("invited@example.com", temporary).status()).isEqualTo(401);
        var second = client.login("invited@example.com", PASSWORD);
        assertThat(second.body().path("user").path("mustChangePassword").asBoolean())
                .isFalse();
        assertThat(client.get("/api/users/" + invitation.userId(), client.administrator())
                        .body()
                        .path("lastSignInAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void a_changed_password_ends_the_other_sessions_but_not_this_one() {
        client.user("two.places@example.com", PASSWORD, "VIEWER");
        var here = client.login("two.places@example.com", PASSWORD);
        var there = client.login("two.places@example.com", PASSWORD);

        client.post(
                "/api/auth/password",
                Map.of("currentPassword", PASSWORD, "newPassword", "green truck grey truck"),
                here.accessToken());

        assertThat(client.refresh(there.cookie()).status()).isEqualTo(401);
        assertThat(client.refresh(here.cookie()).status()).isEqualTo(200);
    }

    @Test
    void a_password_is_changed_only_by_who_knows_it_and_only_to_a_good_one() {
        client.user("careful@example.com", PASSWORD, "VIEWER");
        var token = client.login("careful@example.com", PASSWORD).accessToken();

        var wrong = client.post(
                "/api/auth/password",
                Map.of("currentPassword", "guess", "newPassword", "green truck grey truck"),
                token);
        var weak =
                client.post("/api/auth/password", Map.of("currentPassword", PASSWORD, "newPassword", "short"), token);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.code()).isEqualTo("password.wrong");
        assertThat(weak.status()).isEqualTo(400);
        assertThat(weak.body().path("violations").findValuesAsString("pointer")).containsExactly("/newPassword");
    }

    @Test
    void an_e_mail_address_belongs_to_one_user() {
        invite("taken@example.com", "VIEWER");

        var again = invite("Taken@Example.COM", "VIEWER");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("user.email-taken");
    }

    @Test
    void an_invitation_that_is_wrong_is_told_everything_that_is_wrong() {
        var answer = client.post(
                "/api/users", Map.of("email", "no address", "name", " ", "roles", List.of()), client.administrator());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("violations").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/email", "/name", "/roles");
    }

    @Test
    void a_role_that_does_not_exist_is_refused_where_it_stands() {
        var answer = client.post(
                "/api/users",
                Map.of("email", "boss@example.com", "name", "Boss", "roles", List.of("VIEWER", "BOSS")),
                client.administrator());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("violations").findValuesAsString("pointer"))
                .containsExactly("/roles/1");
    }

    @Test
    void users_are_listed_page_by_page() {
        for (int user = 0; user < 3; user++) {
            invite("listed" + user + "@example.com", "VIEWER");
        }
        var token = client.administrator();

        var all = client.get("/api/users?limit=200", token).body().path("items").findValuesAsString("email");
        var paged = new ArrayList<String>();
        var page = client.get("/api/users?limit=2", token).body();
        while (true) {
            paged.addAll(page.path("items").findValuesAsString("email"));
            if (page.path("nextCursor").isNull() || page.path("nextCursor").isMissingNode()) {
                break;
            }
            page = client.get(
                            "/api/users?limit=2&cursor="
                                    + page.path("nextCursor").asString(),
                            token)
                    .body();
        }

        assertThat(paged)
                .isEqualTo(all)
                .contains("listed0@example.com", "listed2@example.com", "admin@automatrix.local");
    }

    @Test
    void only_administrators_see_and_change_users() {
        client.user("builder@example.com", PASSWORD, "BUILDER");
        var builder = client.login("builder@example.com", PASSWORD);
        var own = "/api/users/" + builder.userId();

        assertThat(client.get("/api/users", builder.accessToken()).status()).isEqualTo(403);
        assertThat(client.patch(own, Map.of("roles", List.of("ADMIN")), builder.accessToken())
                        .status())
                .isEqualTo(403);
        assertThat(client.send(client.request("GET", "/api/users", null)).status())
                .isEqualTo(401);
    }

    @Test
    void a_deactivated_user_is_out_at_once_and_may_come_back_later() {
        var id = client.user("deactivated@example.com", PASSWORD, "OPERATOR");
        var signedIn = client.login("deactivated@example.com", PASSWORD);
        var admin = client.administrator();

        var changed = client.patch("/api/users/" + id, Map.of("isActive", false), admin);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("isActive").asBoolean()).isFalse();
        assertThat(client.refresh(signedIn.cookie()).status()).isEqualTo(401);
        assertThat(client.login("deactivated@example.com", PASSWORD).status()).isEqualTo(401);
        // The own account is asked for, not only the token.
        assertThat(client.me(signedIn.accessToken()).status()).isEqualTo(401);

        client.patch("/api/users/" + id, Map.of("isActive", true), admin);
        assertThat(client.login("deactivated@example.com", PASSWORD).status()).isEqualTo(200);
        assertThat(client.refresh(signedIn.cookie()).status()).isEqualTo(401);
    }

    @Test
    void a_user_whose_roles_change_signs_in_again() {
        var id = client.user("promoted@example.com", PASSWORD, "VIEWER");
        var before = client.login("promoted@example.com", PASSWORD);

        client.patch("/api/users/" + id, Map.of("roles", List.of("OPERATOR")), client.administrator());

        assertThat(client.refresh(before.cookie()).status()).isEqualTo(401);
        await().untilAsserted(() ->
                assertThat(client.me(before.accessToken()).status()).isEqualTo(401));
        assertThat(client.login("promoted@example.com", PASSWORD)
                        .body()
                        .path("user")
                        .path("roles")
                        .toString())
                .isEqualTo("[\"OPERATOR\"]");
    }

    @Test
    void groups_are_in_the_token_and_who_loses_one_signs_in_again() throws Exception {
        var id = client.user("manager@example.com", PASSWORD, "VIEWER");
        var both = Map.of("groups", List.of("SALES", "SALES_MANAGER"));
        client.patch("/api/users/" + id, both, client.administrator());
        var signedIn = client.login("manager@example.com", PASSWORD);

        assertThat(SignedJWT.parse(signedIn.accessToken()).getJWTClaimsSet().getStringListClaim("groups"))
                .containsExactly("SALES", "SALES_MANAGER");
        assertThat(client.me(signedIn.accessToken()).body().path("groups").toString())
                .isEqualTo("[\"SALES\",\"SALES_MANAGER\"]");
        client.patch("/api/users/" + id, Map.of("groups", List.of("SALES")), client.administrator());
        assertThat(client.refresh(signedIn.cookie()).status()).isEqualTo(401);
        assertThat(client.patch("/api/users/" + id, Map.of("groups", List.of("sales")), client.administrator())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_new_name_signs_nobody_out() {
        var id = client.user("renamed@example.com", PASSWORD, "VIEWER");
        var signedIn = client.login("renamed@example.com", PASSWORD);

        client.patch("/api/users/" + id, Map.of("name", " Renée "), client.administrator());

        assertThat(client.refresh(signedIn.cookie())
                        .body()
                        .path("user")
                        .path("name")
                        .asString())
                .isEqualTo("Renée");
    }

    @Test
    void a_temporary_password_is_good_for_choosing_another_one_only() {
        var temporary = invite("temporary@example.com", "ADMIN").body().path("temporaryPassword");
        var signedIn = client.login("temporary@example.com", temporary.asString());

        assertThat(client.me(signedIn.accessToken()).status()).isEqualTo(200);
        assertThat(client.get("/api/users", signedIn.accessToken()).status()).isEqualTo(403);

        var change = Map.of("currentPassword", temporary.asString(), "newPassword", PASSWORD);
        assertThat(client.post("/api/auth/password", change, signedIn.accessToken())
                        .status())
                .isEqualTo(204);
        var own = client.login("temporary@example.com", PASSWORD).accessToken();
        assertThat(client.get("/api/users", own).status()).isEqualTo(200);
        client.patch("/api/users/" + idOf("temporary@example.com"), Map.of("roles", List.of("VIEWER")), own);
    }

    @Test
    void the_last_administrator_stays_one() {
        var admin = client.administrator();
        var last = idOf("admin@automatrix.local");

        var demoted = client.patch("/api/users/" + last, Map.of("roles", List.of("VIEWER")), admin);
        var deactivated = client.patch("/api/users/" + last, Map.of("isActive", false), admin);

        assertThat(demoted.status()).isEqualTo(409);
        assertThat(demoted.code()).isEqualTo("user.last-administrator");
        assertThat(deactivated.status()).isEqualTo(409);
    }

    @Test
    void two_administrators_who_remove_each_other_cannot_both_succeed() {
        var token = client.administrator();
        var first = idOf("admin@automatrix.local");
        var second = client.user("second.admin@example.com", PASSWORD, "ADMIN");

        List<Integer> statuses;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = List.of(first, second).stream()
                    .map(id -> CompletableFuture.supplyAsync(
                            () -> client.patch("/api/users/" + id, Map.of("roles", List.of("VIEWER")), token)
                                    .status(),
                            both))
                    .toList();
            statuses = changes.stream().map(CompletableFuture::join).toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        client.patch("/api/users/" + first, Map.of("roles", List.of("ADMIN")), token);
        client.patch("/api/users/" + second, Map.of("roles", List.of("VIEWER")), token);
    }

    @Test
    void a_user_who_is_not_there_is_not_found() {
        var token = client.administrator();

        assertThat(client.get("/api/users/0190a000-0000-7000-8000-000000000001", token)
                        .code())
                .isEqualTo("user.not-found");
        assertThat(client.get("/api/users/not-an-id", token).status()).isEqualTo(400);
    }

    @Test
    void who_changed_what_is_kept_without_any_secret() {
        var id = client.user("audited@example.com", PASSWORD, "VIEWER");
        client.patch("/api/users/" + id, Map.of("roles", List.of("OPERATOR")), client.administrator());

        var rows = jdbc.sql("select audit_log::text from audit_log where subject_id = :id order by id")
                .param("id", id)
                .query(String.class)
                .list();

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).contains("user.invited", "audited@example.com");
        assertThat(rows.get(1)).contains("session.opened");
        assertThat(rows.get(2)).contains("user.password-changed");
        assertThat(rows.get(3)).contains("user.changed", "VIEWER", "OPERATOR");
        assertThat(rows).noneMatch(row -> row != null && (row.contains("argon2") || row.contains(PASSWORD)));
    }

    private AuthClient.Answer invite(String email, String... roles) {
        return client.post(
                "/api/users", Map.of("email", email, "name", "Test User", "roles", roles), client.administrator());
    }

    private String idOf(String email) {
        return jdbc.sql("select id::text from users where email = :email")
                .param("email", email)
                .query((row, number) -> row.getString("id"))
                .single();
    }
}
