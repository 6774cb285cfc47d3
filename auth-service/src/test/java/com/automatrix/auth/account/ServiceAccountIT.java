package com.automatrix.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.auth.AuthClient;
import com.automatrix.auth.AuthServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class ServiceAccountIT {

    private static final String SERVICES = "/api/users/services";

    private final AuthClient client;

    ServiceAccountIT(AuthClient client) {
        this.client = client;
    }

    @Test
    void a_service_account_signs_in_with_its_secret_until_it_gets_another() {
        var added = add("website");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.raw().headers().firstValue("Cache-Control")).hasValue("no-store");
        var email = added.body().path("account").path("email").asString();
        var first = added.body().path("secret").asString();
        var session = client.login(email, first);
        assertThat(session.body().path("user").path("mustChangePassword").asBoolean())
                .isFalse();

        var id = added.body().path("account").path("id").asString();
        var rotated = client.post(SERVICES + "/" + id + "/rotate", Map.of(), client.administrator());

        assertThat(client.login(email, first).status()).isEqualTo(401);
        assertThat(client.refresh(session.cookie()).status()).isEqualTo(401);
        assertThat(client.login(email, rotated.body().path("secret").asString()).status())
                .isEqualTo(200);
        assertThat(client.get(SERVICES, client.administrator()).raw().body()).contains(email);
        assertThat(client.get("/api/users?limit=200", client.administrator())
                        .raw()
                        .body())
                .doesNotContain(email);
    }

    @Test
    void names_are_given_once_and_have_a_form() {
        add("dms");

        assertThat(add("dms").code()).isEqualTo("service-account.name-taken");
        assertThat(add("Not A Name").status()).isEqualTo(400);
        assertThat(client.post(SERVICES + "/" + UUID.randomUUID() + "/rotate", Map.of(), client.administrator())
                        .code())
                .isEqualTo("service-account.not-found");
    }

    private AuthClient.Answer add(String name) {
        return client.post(SERVICES, Map.of("name", name, "roles", List.of("OPERATOR")), client.administrator());
    }
}
