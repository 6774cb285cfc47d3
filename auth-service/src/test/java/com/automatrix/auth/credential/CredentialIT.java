package com.automatrix.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.auth.AuthClient;
import com.automatrix.auth.AuthServiceTest;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.SettableClock;
import com.automatrix.testkit.TopicProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@AuthServiceTest
@ExtendWith(OutputCaptureExtension.class)
class CredentialIT {

    private static final String SECRET = "hush-hush-4711";
    private static final String SERVICE = "execution-service:a secret of this test's worker";

    private final AuthClient client;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final CloudEventRecords records;
    private String admin = "";

    CredentialIT(AuthClient client, JdbcClient jdbc, SettableClock clock, CloudEventRecords records) {
        this.client = client;
        this.jdbc = jdbc;
        this.clock = clock;
        this.records = records;
    }

    @BeforeEach
    void signIn() {
        jdbc.sql("delete from credentials").update();
        admin = client.administrator();
    }

    @Test
    void what_is_secret_goes_in_and_never_comes_out(CapturedOutput output) {
        var added = add("dms", basic(SECRET));
        var listed = client.get("/api/credentials", admin);
        var read = client.get("/api/credentials/dms", admin);
        var changed = put("dms", Map.of("description", "Now ours", "value", basic(SECRET + "-new")));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.raw().headers().firstValue("Location")).hasValue("/api/credentials/dms");
        assertThat(read.body()).isEqualTo(added.body()).isEqualTo(listed.body().at("/items/0"));
        assertThat(read.body().at("/type").asString()).isEqualTo("BASIC");
        assertThat(read.body().at("/parts").toString()).isEqualTo("{\"username\":\"anna\"}");
        assertThat(read.body().at("/changedBy").asString()).isNotEmpty();
        assertThat(read.body().at("/lastUsedAt").isNull()).isTrue();
        assertThat(changed.body().at("/description").asString()).isEqualTo("Now ours");

        assertThat(List.of(
                        added.raw().body(),
                        listed.raw().body(),
                        read.raw().body(),
                        changed.raw().body()))
                .noneMatch(body -> body.contains("hush"));
        assertThat(stored()).doesNotContain("hush");
        assertThat(audited("dms"))
                .hasSize(2)
                .noneMatch(row -> row.contains("hush"))
                .allMatch(row -> row.contains("anna"));
        assertThat(output.getAll()).doesNotContain("hush");
    }

    @Test
    void a_service_is_given_the_credential_and_its_use_is_seen() {
        add("dms", basic(SECRET));
        clock.advance(Duration.ofMinutes(5));

        var given = resolve("dms", serviceToken());

        assertThat(given.status()).isEqualTo(200);
        assertThat(given.raw().body())
                .isEqualTo("{\"type\":\"BASIC\",\"username\":\"anna\",\"password\":\"" + SECRET + "\"}");
        assertThat(given.raw().headers().firstValue("Cache-Control")).hasValue("no-store");
        var read = client.get("/api/credentials/dms", admin).body();
        assertThat(read.at("/lastUsedAt").asString()).isEqualTo(clock.instant().toString());
        assertThat(read.at("/lastUsedBy").asString()).isEqualTo("execution-service");
        assertThat(resolve("nobody", serviceToken()).code()).isEqualTo("credential.not-found");
    }

    @Test
    void no_token_of_a_person_opens_the_door_for_services() {
        add("dms", basic(SECRET));

        assertThat(resolve("dms", admin).status()).isEqualTo(401);
        assertThat(client.send(client.request("GET", "/internal/credentials/dms", null))
                        .status())
                .isEqualTo(401);
        assertThat(resolve("dms", admin).raw().body()).doesNotContain("hush");
    }

    @Test
    void nor_does_a_services_token_open_a_door_for_people_or_live_long() {
        add("dms", basic(SECRET));
        var token = serviceToken();

        assertThat(client.get("/api/credentials", token).status()).isEqualTo(401);
        assertThat(client.get("/api/auth/me", token).status()).isEqualTo(401);
        clock.advance(Duration.ofMinutes(7));
        assertThat(resolve("dms", token).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "execution-service:wrong secret of a worker",
        "template-service:a secret of this test's worker",
        "admin:",
        "nonsense",
    })
    void who_does_not_know_a_services_secret_gets_no_token(String proof) {
        assertThat(token(proof).status()).isEqualTo(401);
        assertThat(token(proof).code()).isEqualTo("auth.bad-service-secret");
    }

    @Test
    void only_an_administrator_has_anything_to_do_with_credentials() {
        client.user("builder.credentials@example.com", "red truck blue truck", "BUILDER");
        var builder = client.login("builder.credentials@example.com", "red truck blue truck")
                .accessToken();

        assertThat(client.get("/api/credentials", builder).status()).isEqualTo(403);
        assertThat(client.post("/api/credentials", Map.of("name", "x", "value", basic(SECRET)), builder)
                        .status())
                .isEqualTo(403);
        assertThat(client.post("/api/credentials/rotate", Map.of(), builder).status())
                .isEqualTo(403);
    }

    @Test
    void a_name_is_taken_once_and_free_again_when_it_is_deleted() {
        assertThat(add("dms", basic(SECRET)).status()).isEqualTo(201);
        assertThat(add("dms", basic(SECRET)).code()).isEqualTo("credential.name-taken");
        assertThat(delete("dms")).isEqualTo(204);
        assertThat(delete("dms")).isEqualTo(404);
        assertThat(add("dms", basic(SECRET)).status()).isEqualTo(201);
    }

    @Test
    void a_change_may_leave_the_secret_as_it_is() {
        add("dms", basic(SECRET));

        put("dms", Map.of("description", "Only words"));

        assertThat(resolve("dms", serviceToken()).raw().body()).contains(SECRET);
        assertThat(client.get("/api/credentials/dms", admin)
                        .body()
                        .at("/description")
                        .asString())
                .isEqualTo("Only words");
    }

    @Test
    void parts_that_are_missing_or_cannot_be_sent_are_refused_without_being_repeated() {
        assertThat(violations(Map.of("type", "BASIC", "username", "an:na")))
                .contains("/value/username", "/value/password");
        assertThat(violations(Map.of("type", "BEARER", "token", "hush\r\nX: y")))
                .contains("/value/token");
        assertThat(violations(Map.of("type", "BEARER", "token", "abc"))).contains("/value/token");
        assertThat(violations(Map.of("type", "API_KEY", "header", "Host", "value", SECRET)))
                .contains("/value/header");
        assertThat(violations(Map.of(
                        "type", "OAUTH2_CLIENT", "tokenUrl", "ftp://x", "clientId", "c", "clientSecret", SECRET)))
                .contains("/value/tokenUrl")
                .doesNotContain("hush");
        assertThat(add("../dms", basic(SECRET)).status()).isEqualTo(400);
    }

    @Test
    void every_change_tells_the_other_services_which_names_there_are() {
        try (var probe = TopicProbe.of(Topics.SETTINGS_CHANGED)) {
            add("dms", basic(SECRET));
            add("crm", Map.of("type", "BEARER", "token", SECRET));
            delete("dms");

            var told = probe.await(3, record -> "credentials".equals(record.key())).stream()
                    .map(record -> records.data(record, SettingsChanged.class).value())
                    .toList();
            assertThat(ContractJson.events().writeValueAsString(told))
                    .isEqualTo("[[{\"name\":\"dms\",\"type\":\"BASIC\"}],"
                            + "[{\"name\":\"crm\",\"type\":\"BEARER\"},{\"name\":\"dms\",\"type\":\"BASIC\"}],"
                            + "[{\"name\":\"crm\",\"type\":\"BEARER\"}]]");
        }
    }

    @Test
    void a_rotation_encrypts_anew_what_is_under_an_old_key() throws Exception {
        add("dms", basic(SECRET));
        add("crm", Map.of("type", "BEARER", "token", SECRET));
        var lost = new CredentialCipher(new CredentialKeyProperties("a key that nobody has", "", List.of()));
        jdbc.sql("update credentials set key_id = :key where name = 'crm'")
                .param("key", lost.currentKeyId())
                .update();
        var old = new CredentialCipher(new CredentialKeyProperties("an old key of this test", "", List.of()));
        jdbc.sql("update credentials set key_id = :key, sealed = :sealed where name = 'dms'")
                .param("key", old.currentKeyId())
                .param("sealed", old.encrypt(idOf("dms"), plain()))
                .update();

        assertThat(resolve("dms", serviceToken()).raw().body()).contains(SECRET);
        var first = client.post("/api/credentials/rotate", Map.of(), admin);
        var second = client.post("/api/credentials/rotate", Map.of(), admin);

        assertThat(first.raw().body()).isEqualTo("{\"reEncrypted\":1,\"unreadable\":[\"crm\"]}");
        assertThat(second.raw().body()).isEqualTo("{\"reEncrypted\":0,\"unreadable\":[\"crm\"]}");
        assertThat(keyOf("dms")).isNotEqualTo(old.currentKeyId());
        assertThat(resolve("dms", serviceToken()).raw().body()).contains(SECRET);
        assertThat(resolve("crm", serviceToken()).status()).isEqualTo(503);
        assertThat(resolve("crm", serviceToken()).code()).isEqualTo("credential.unreadable");
    }

    private AuthClient.Answer add(String name, Map<String, Object> value) {
        return client.post("/api/credentials", Map.of("name", name, "value", value), admin);
    }

    private AuthClient.Answer put(String name, Map<String, Object> change) {
        return client.send(
                client.request("PUT", "/api/credentials/" + name, change).header("Authorization", "Bearer " + admin));
    }

    private int delete(String name) {
        return client.send(client.request("DELETE", "/api/credentials/" + name, null)
                        .header("Authorization", "Bearer " + admin))
                .status();
    }

    private AuthClient.Answer resolve(String name, String token) {
        return client.get("/internal/credentials/" + name, token);
    }

    private String violations(Map<String, Object> value) {
        var refused = add("refused", value);
        assertThat(refused.code()).isEqualTo("credential.invalid");
        return refused.body().at("/violations").toString();
    }

    private String serviceToken() {
        return token(SERVICE).body().path("access_token").asString();
    }

    private AuthClient.Answer token(String proof) {
        return client.send(client.request("POST", "/internal/token", "grant_type=client_credentials")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8))));
    }

    private static Map<String, Object> basic(String password) {
        return Map.of("type", "BASIC", "username", "anna", "password", password);
    }

    private static byte[] plain() {
        return ContractJson.events().writeValueAsBytes(basic(SECRET));
    }

    private UUID idOf(String name) {
        return jdbc.sql("select id from credentials where name = :name")
                .param("name", name)
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
    }

    private String keyOf(String name) {
        return jdbc.sql("select key_id from credentials where name = :name")
                .param("name", name)
                .query((row, _) -> row.getString("key_id"))
                .single();
    }

    private String stored() {
        return jdbc.sql("select string_agg(credentials::text || encode(sealed, 'escape'), ' ') from credentials")
                .query((row, _) -> row.getString(1))
                .single();
    }

    private List<String> audited(String name) {
        return jdbc.sql("select audit_log::text from audit_log where subject_id = :name order by id desc limit 2")
                .param("name", name)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
