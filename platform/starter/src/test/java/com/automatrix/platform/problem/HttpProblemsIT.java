package com.automatrix.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.platform.testapp.Http;
import com.automatrix.platform.testapp.PlatformIT;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformIT
class HttpProblemsIT {

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void callTheService() {
        http = new Http(port);
    }

    @Test
    void a_problem_has_every_member() {
        var answer = http.send(http.to("/api/refusals/not-found").header("X-Correlation-Id", "call-1"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Correlation-Id")).isEqualTo("call-1");
        assertThat(answer.response().body()).isEqualTo("""
                {"type":"urn:automatrix:problem:order.not-found","title":"Not Found","status":404,\
                "detail":"Expected an order, but there is none.","instance":"/api/refusals/not-found",\
                "code":"order.not-found","correlationId":"call-1","violations":[]}""");
    }

    @Test
    void each_refusal_has_its_status() {
        assertThat(http.get("/api/refusals/conflict").status()).isEqualTo(409);
        assertThat(http.get("/api/refusals/too-large").status()).isEqualTo(413);
        assertThat(http.get("/api/refusals/invalid").status()).isEqualTo(400);
    }

    @Test
    void a_stale_version_carries_the_current_one() {
        var answer = http.get("/api/refusals/stale");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.json().at("/current/revision").asInt()).isEqualTo(4);
    }

    @Test
    void waiting_times_are_whole_seconds_rounded_up() {
        var limited = http.get("/api/refusals/rate");
        var away = http.get("/api/refusals/away");

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("Retry-After")).isEqualTo("2");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void a_failure_of_ours_tells_no_internals() {
        var answer = http.get("/api/refusals/bug");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("service.failed");
        assertThat(answer.response().body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void a_database_without_a_connection_left_is_no_failure_but_a_reason_to_wait() {
        var answer = http.get("/api/refusals/database");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("service.database-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.response().body()).doesNotContain("secret");
    }

    @Test
    void broken_json_is_refused() {
        var answer = http.postJson("/api/orders", "{\"customer\": ");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.malformed-json");
    }

    @Test
    void yaml_is_taken_as_strictly_as_json() {
        var wrong = postYaml("customer: a\nparts:\n  - number: '1'\n    quantity: many\n");
        var unknown = postYaml("customer: a\nparts: []\ncolour: red\n");
        var broken = postYaml("customer: a\nparts: [\n");
        var empty = postYaml("");

        assertThat(wrong.violations()).containsExactly("/parts/0/quantity request.wrong-type");
        assertThat(unknown.violations()).containsExactly("/colour request.unknown-field");
        assertThat(broken.code()).isEqualTo("request.malformed-yaml");
        assertThat(empty.code()).isEqualTo("request.missing-body");
    }

    @Test
    void answers_are_not_written_in_yaml() {
        assertThat(http.send(http.to("/api/refusals/not-found").header("Accept", "application/yaml"))
                        .header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    @Test
    void anything_behind_the_json_is_refused() {
        var answer = http.postJson("/api/orders", "{\"customer\":\"a\",\"parts\":[]} x");

        assertThat(answer.code()).isEqualTo("request.malformed-json");
    }

    @Test
    void a_field_given_twice_is_refused() {
        var answer = http.postJson("/api/orders", "{\"customer\":\"a\",\"customer\":\"b\",\"parts\":[]}");

        assertThat(answer.code()).isEqualTo("request.malformed-json");
    }

    @Test
    void an_unknown_field_is_reported_at_its_pointer() {
        var answer = http.postJson(
                "/api/orders", "{\"customer\":\"a\",\"parts\":[{\"number\":\"1\",\"quantity\":1,\"colour\":\"red\"}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly("/parts/0/colour request.unknown-field");
    }

    @Test
    void a_wrong_type_is_reported_at_its_pointer() {
        var answer = http.postJson(
                "/api/orders", "{\"customer\":\"a\",\"parts\":[{\"number\":\"1\",\"quantity\":\"many\"}]}");

        assertThat(answer.violations()).containsExactly("/parts/0/quantity request.wrong-type");
        assertThat(answer.json().at("/violations/0/message").asString()).isEqualTo("Expected a whole number.");
    }

    @Test
    void a_number_is_not_taken_from_a_string() {
        var answer = http.postJson("/api/orders", "{\"customer\":\"a\",\"priority\":\"3\",\"parts\":[]}");

        assertThat(answer.violations()).containsExactly("/priority request.wrong-type");
    }

    @Test
    void a_text_is_not_taken_from_a_number_or_a_boolean() {
        for (String wrong : List.of("7", "7.5", "true")) {
            var answer = http.postJson("/api/orders", "{\"customer\":%s,\"parts\":[]}".formatted(wrong));

            assertThat(answer.violations()).containsExactly("/customer request.wrong-type");
        }
    }

    @Test
    void everything_that_does_not_fit_is_reported_at_once_in_any_order() {
        var typeFirst =
                http.postJson("/api/orders", "{\"customer\":7,\"surprise\":true,\"parts\":[{\"quantity\":\"x\"}]}");
        var typeLast =
                http.postJson("/api/orders", "{\"parts\":[{\"quantity\":\"x\"}],\"surprise\":true,\"customer\":7}");

        assertThat(typeFirst.violations())
                .containsExactlyInAnyOrder(
                        "/customer request.wrong-type",
                        "/surprise request.unknown-field",
                        "/parts/0/quantity request.wrong-type");
        assertThat(typeLast.violations()).containsExactlyInAnyOrderElementsOf(typeFirst.violations());
        assertThat(typeFirst.json().path("detail").asString())
                .isEqualTo("Expected a request that fits its description, but 3 fields do not.");
    }

    @Test
    void what_only_misses_a_wrong_value_is_not_reported_too() {
        var answer = http.postJson("/api/vehicles", "{\"vin\":{\"value\":7}}");

        assertThat(answer.violations()).containsExactly("/vin/value request.wrong-type");
    }

    @Test
    void a_list_of_wrong_items_is_reported_up_to_a_limit() {
        var items = "7,".repeat(29) + "7";
        var answer = http.postJson("/api/orders", "{\"customer\":\"a\",\"parts\":[" + items + "]}");

        assertThat(answer.violations()).hasSize(20).contains("/parts/19 request.wrong-type");
    }

    @Test
    void a_wrong_time_and_a_wrong_choice_say_what_was_expected() {
        var time = http.postJson("/api/orders", "{\"customer\":\"a\",\"dueAt\":\"tomorrow\",\"parts\":[]}");
        var choice = http.postJson("/api/orders", "{\"customer\":\"a\",\"kind\":\"OLD\",\"parts\":[]}");

        assertThat(time.json().at("/violations/0/message").asString())
                .isEqualTo("Expected a date or time in ISO-8601.");
        assertThat(choice.json().at("/violations/0/message").asString()).isEqualTo("Expected one of NEW, USED.");
    }

    @Test
    void a_value_that_its_record_refuses_gives_the_reason() {
        var answer = http.postJson("/api/vehicles", "{\"vin\":{\"value\":\"123\"}}");

        assertThat(answer.violations()).containsExactly("/vin request.invalid-value");
        assertThat(answer.json().at("/violations/0/message").asString())
                .isEqualTo("Expected a VIN of 17 characters, but it has 3");
    }

    @Test
    void a_missing_body_is_refused() {
        var answer = http.postJson("/api/orders", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.missing-body");
    }

    @Test
    void each_constraint_that_does_not_hold_is_reported() {
        var answer = http.postJson("/api/orders", "{\"customer\":\" \",\"parts\":[{\"number\":\"\",\"quantity\":1}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
        assertThat(answer.violations())
                .containsExactly("/customer request.not-blank", "/parts/0/number request.not-blank");
    }

    @Test
    void parameters_headers_and_path_are_checked_too() {
        var id = "0190a000-0000-7000-8000-000000000009";

        assertThat(http.get("/api/orders/" + id).violations()).containsExactly("?depth request.missing-parameter");
        assertThat(http.get("/api/orders/" + id + "?depth=1").violations())
                .containsExactly("header:If-Match request.missing-header");
        assertThat(http.send(http.to("/api/orders/x?depth=1").header("If-Match", "\"1\""))
                        .violations())
                .containsExactly("path:id request.wrong-type");
        assertThat(http.send(http.to("/api/orders/" + id + "?depth=a").header("If-Match", "\"1\""))
                        .violations())
                .containsExactly("?depth request.wrong-type");
        assertThat(http.send(http.to("/api/orders/" + id + "?depth=11").header("If-Match", "1"))
                        .violations())
                .containsExactly("?depth request.max", "header:If-Match request.size");
    }

    @Test
    void a_limit_outside_its_bounds_is_refused() {
        assertThat(http.get("/api/list").json().path("limit").asInt()).isEqualTo(50);
        assertThat(http.get("/api/list?limit=0").violations()).containsExactly("?limit page.bad-limit");
        assertThat(http.get("/api/list?limit=201").violations()).containsExactly("?limit page.bad-limit");
    }

    @Test
    void an_unknown_path_is_not_found() {
        var answer = http.get("/api/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("request.no-such-path");
    }

    @Test
    void an_impossible_method_names_the_possible_ones() {
        var answer = http.send(http.to("/api/orders").DELETE());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(answer.code()).isEqualTo("request.method-not-allowed");
    }

    @Test
    void a_foreign_content_type_is_refused() {
        var answer = http.send(http.to("/api/orders")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<order/>")));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("request.unsupported-media-type");
    }

    @Test
    void an_answer_that_the_caller_does_not_take_is_a_problem_all_the_same() {
        var answer = http.send(http.to("/api/list").header("Accept", "image/png"));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("request.not-acceptable");
    }

    @Test
    void a_path_that_no_code_of_ours_gets_to_see_is_refused_like_any_other() {
        var answer = http.send(http.to("/api/orders/a%2Fb"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("request.refused");
        assertThat(answer.json().path("detail").asString()).contains("encoded slash");
        assertThat(answer.json().path("correlationId").asString()).isEqualTo(answer.header("X-Correlation-Id"));
    }

    @Test
    void a_body_that_announces_too_much_is_refused_before_it_is_read() {
        var answer = http.send(http.to("/api/text")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(new byte[8 * 1024 * 1024 + 1])));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("request.too-large");
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("Expected at most 8 MiB in a request, but there is more in this one.");
    }

    @Test
    void a_body_that_turns_out_too_long_is_refused_while_it_is_read() {
        var long9 = new byte[9 * 1024 * 1024];
        java.util.Arrays.fill(long9, (byte) ' ');
        var answer = http.send(http.to("/api/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long9))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("request.too-large");
    }

    @Test
    void a_made_up_correlation_id_is_replaced() {
        var answer = http.send(http.anonymouslyTo("/api/public/hello").header("X-Correlation-Id", "no spaces please"));

        assertThat(answer.header("X-Correlation-Id"))
                .isNotEqualTo("no spaces please")
                .isNotEmpty();
        assertThat(answer.json().path("correlationId").asString()).isEqualTo(answer.header("X-Correlation-Id"));
    }

    @Test
    void an_answer_given_later_keeps_its_correlation_id() {
        var answer = http.send(http.anonymouslyTo("/api/public/later").header("X-Correlation-Id", "call-2"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Correlation-Id")).isEqualTo("call-2");
    }

    private Http.Answer postYaml(String body) {
        return http.send(http.to("/api/orders")
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(body)));
    }
}
