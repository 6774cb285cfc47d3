package com.automatrix.gateway.apidoc;

import static com.automatrix.gateway.Downstream.answering;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.gateway.Caller;
import com.automatrix.gateway.Services;
import com.sun.net.httpserver.HttpHandler;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The descriptions of several services become one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.kafka.bootstrap-servers=localhost:1", "management.server.port=0"})
class ApiDocumentIT {

    private static final List<String> OTHERS = List.of("auth-service", "execution-service", "template-service");

    private final Caller caller;

    ApiDocumentIT(@LocalServerPort int port) {
        this.caller = new Caller(port);
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        Services.register(registry);
    }

    @BeforeEach
    void describeServices() {
        OTHERS.forEach(service -> Services.named(service).behave(json("{\"openapi\":\"3.0.1\",\"paths\":{}}")));
        Services.named("ai-service").behave(json(document("/api/ai/models", "string")));
        Services.named("workflow-service").behave(json(document("/api/workflows", "integer")));
    }

    @AfterEach
    void answerNormally() {
        List.of("ai-service", "workflow-service", "auth-service", "execution-service", "template-service")
                .forEach(service -> Services.named(service).behave(json("{\"service\":\"%s\"}".formatted(service))));
    }

    @Test
    void every_path_is_in_it_and_a_schema_that_is_another_elsewhere_has_a_name_of_its_own() throws Exception {
        var answer = caller.send(caller.request("/api/docs"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode document = ContractJson.events().readTree(answer.body());
        assertThat(document.path("openapi").asString()).isEqualTo("3.0.1");
        assertThat(document.path("paths").propertyNames()).containsExactly("/api/ai/models", "/api/workflows");
        assertThat(document.path("components").path("schemas").propertyNames())
                .containsExactlyInAnyOrder("Page", "Item", "Problem", "workflow-service.Page", "workflow-service.Item");
        assertThat(reference(document.at("/paths/~1api~1ai~1models/get"))).isEqualTo("#/components/schemas/Page");
        assertThat(reference(document.at("/paths/~1api~1workflows/get")))
                .isEqualTo("#/components/schemas/workflow-service.Page");
        assertThat(reference(document.at("/components/schemas/workflow-service.Page")))
                .isEqualTo("#/components/schemas/workflow-service.Item");
    }

    @Test
    void a_service_is_asked_in_the_name_of_the_caller() throws Exception {
        caller.send(caller.request("/api/docs"));

        var asked = Services.named("workflow-service").take();
        assertThat(asked.uri()).isEqualTo("/v3/api-docs");
        assertThat(asked.headers().getFirst("Authorization")).startsWith("Bearer ey");
    }

    @Test
    void nobody_reads_it_without_a_token() throws Exception {
        assertThat(caller.send(caller.anonymous("/api/docs")).statusCode()).isEqualTo(401);
    }

    @Test
    void a_service_that_does_not_describe_itself_is_said_by_name() throws Exception {
        Services.named("template-service").behave(answering(500, "text/plain", "oh"));

        var answer = caller.send(caller.request("/api/docs"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("gateway.service-unavailable", "template-service");
    }

    private static String reference(JsonNode within) {
        return within.findValue("$ref").asString();
    }

    private static HttpHandler json(String body) {
        return answering(200, "application/json", body);
    }

    /** Two services with a page of items: alike but for the type of the item. */
    private static String document(String path, String type) {
        return """
                {"openapi": "3.0.1",
                 "security": [{"token": []}],
                 "paths": {"%s": {"get": {"responses": {"200": {"content": {"application/json":
                     {"schema": {"$ref": "#/components/schemas/Page"}}}}}}}},
                 "components": {"schemas": {
                     "Page": {"properties": {"items": {"items": {"$ref": "#/components/schemas/Item"}}}},
                     "Item": {"type": "%s"},
                     "Problem": {"type": "object"}}}}""".formatted(path, type);
    }
}
