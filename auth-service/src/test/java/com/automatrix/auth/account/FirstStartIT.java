package com.automatrix.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.auth.AuthClient;
import com.automatrix.auth.AuthServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

@AuthServiceTest
@ActiveProfiles("demo")
@TestPropertySource(properties = "automatrix.demo.password=red truck blue truck")
class FirstStartIT {

    private static final String PASSWORD = "red truck blue truck";

    private final AuthClient client;
    private final FirstAccountService accounts;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final List<String> console = new ArrayList<>();

    FirstStartIT(AuthClient client, FirstAccountService accounts, Passwords passwords, JdbcClient jdbc) {
        this.client = client;
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({
        "admin@demo.automatrix.local,    Alex Admin,     ADMIN",
        "builder@demo.automatrix.local,  Dana Builder,   BUILDER",
        "operator@demo.automatrix.local, Omar Operator,  OPERATOR",
        "approver@demo.automatrix.local, April Approver, APPROVER",
        "viewer@demo.automatrix.local,   Vera Viewer,    VIEWER",
    })
    void the_demo_has_a_named_user_for_each_role(String email, String name, String role) {
        var user = client.login(email, PASSWORD).body().path("user");

        assertThat(user.path("name").asString()).isEqualTo(name);
        assertThat(user.path("roles").toString()).isEqualTo("[\"%s\"]".formatted(role));
        assertThat(user.path("mustChangePassword").asBoolean()).isFalse();
    }

    @Test
    void another_start_makes_nobody_new_and_prints_nothing() {
        start(true, PASSWORD);

        assertThat(console).isEmpty();
    }

    @Test
    void the_first_administrator_is_made_and_shown_once() {
        var file = client.adminFile();
        emptyUsers();

        start(false, "");
        start(false, "");

        assertThat(console).hasSize(1);
        assertThat(console.getFirst()).contains("admin@automatrix.local");
        var answer = client.send(client.request("POST", "/api/auth/login", AuthClient.read(file)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("user").path("mustChangePassword").asBoolean())
                .isTrue();
        assertThat(answer.body().path("user").path("roles").toString()).isEqualTo("[\"ADMIN\"]");

        var secret = AuthClient.read(file).replaceAll(".*\"password\":\"([^\"]+)\".*", "$1");
        assertThat(console.getFirst()).contains(secret);
        client.post(
                "/api/auth/password", Map.of("currentPassword", secret, "newPassword", PASSWORD), answer.accessToken());
        assertThat(file).doesNotExist();
        assertThat(client.administrator()).isNotEmpty();
        start(true, PASSWORD);
    }

    @Test
    void a_demo_without_a_chosen_password_gets_a_random_one_shown_once() {
        emptyUsers();

        start(true, "");

        assertThat(console).hasSize(2);
        var password = console.get(1).replaceAll("(?s).*shown only once: (\\S+)\\).*", "$1");
        assertThat(client.login("builder@demo.automatrix.local", password).status())
                .isEqualTo(200);
        emptyUsers();
        start(true, PASSWORD);
    }

    @Test
    void a_lost_credential_of_the_command_line_is_replaced_and_the_old_one_is_worth_nothing() throws IOException {
        var file = Path.of(client.adminFile() + ".script");
        var lost = AuthClient.read(file);
        Files.delete(file);

        start(true, PASSWORD);

        assertThat(client.send(client.request("POST", "/api/auth/login", lost)).status())
                .isEqualTo(401);
        assertThat(client.send(client.request("POST", "/api/auth/login", AuthClient.read(file)))
                        .status())
                .isEqualTo(200);
    }

    private void start(boolean isDemo, String demoPassword) {
        new FirstStart(accounts, passwords, new DemoProperties(demoPassword), isDemo, console::add)
                .run(new DefaultApplicationArguments());
    }

    private void emptyUsers() {
        jdbc.sql("delete from sessions").update();
        jdbc.sql("delete from users where kind = 'PERSON'").update();
    }
}
