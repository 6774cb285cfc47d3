package com.automatrix.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.gateway.Caller;
import com.automatrix.gateway.Services;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The files of the user interface, as a browser gets them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.kafka.bootstrap-servers=localhost:1", "management.server.port=0"})
class UserInterfaceIT {

    private final Caller caller;

    UserInterfaceIT(@LocalServerPort int port) {
        this.caller = new Caller(port);
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        Services.register(registry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/executions",
                "/executions/0197a1b2/steps",
                "/event-types/com.example.sold.v1",
                "/apiary"
            })
    void every_address_outside_of_the_api_is_the_page(String path) throws Exception {
        var answer = caller.send(caller.anonymous(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(answer.body()).contains("<div id=\"root\">the page</div>");
    }

    @Test
    void a_browser_is_told_to_load_only_from_here_and_to_frame_nothing() throws Exception {
        var headers = caller.send(caller.anonymous("/")).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "script-src 'self';", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void built_files_are_kept_for_a_year() throws Exception {
        var answer = caller.send(caller.anonymous("/assets/app-4f2a.js"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
    }

    @Test
    void built_files_are_compressed_for_whoever_can_read_that() throws Exception {
        var answer = caller.open(caller.anonymous("/assets/app-4f2a.js").header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (var body = new GZIPInputStream(answer.body())) {
            assertThat(new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("export const line");
        }
    }

    @Test
    void files_that_the_build_compressed_are_sent_so() throws Exception {
        var answer = caller.open(caller.anonymous("/assets/small-77aa.js").header("Accept-Encoding", "br, gzip"));
        answer.body().close();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/app-gone.js", "/assets/app", "/logo.png", "/.env", "/assets/../../application.yaml"})
    void a_file_that_is_not_there_is_not_found(String path) throws Exception {
        var answer = caller.send(caller.anonymous(path));

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("the page", "jwks-url");
    }

    @Test
    void the_page_is_read_only() throws Exception {
        var answer = caller.send(caller.anonymous("/executions").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(405);
    }
}
