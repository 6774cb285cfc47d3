package com.automatrix.platform.apidoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.platform.testapp.Http;
import com.automatrix.platform.testapp.PlatformIT;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@PlatformIT
class ApiDocumentIT {

    private final Http http;

    ApiDocumentIT(@LocalServerPort int port) {
        this.http = new Http(port);
    }

    @Test
    void an_operation_has_a_stable_name_the_role_that_it_needs_and_the_answer_when_something_is_wrong() {
        JsonNode operation = document().path("paths").path("/api/builders").path("get");

        assertThat(operation.path("operationId").asString()).isEqualTo("getBuilders");
        assertThat(operation.path("tags").values())
                .extracting(JsonNode::asString)
                .containsExactly("builders");
        assertThat(operation.path("x-required-role").asString()).isEqualTo("BUILDER");
        assertThat(operation.at("/responses/default/$ref").asString()).isEqualTo("#/components/responses/Problem");
    }

    @Test
    void parameters_are_named_and_the_caller_is_none() {
        JsonNode paths = document().path("paths");

        assertThat(paths.path("/api/orders/{id}")
                        .path("get")
                        .path("operationId")
                        .asString())
                .isEqualTo("getOrdersById");
        assertThat(paths.path("/api/orders/{id}").path("get").path("parameters").values())
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactly("id", "depth", "If-Match");
        assertThat(paths.path("/api/me").path("get").has("parameters")).isFalse();
    }

    @Test
    void a_body_has_its_shape() {
        JsonNode document = document();

        String shape = document.path("paths")
                .path("/api/orders")
                .path("post")
                .at("/requestBody/content/application~1json/schema/$ref")
                .asString();
        assertThat(shape).isEqualTo("#/components/schemas/Order");
        assertThat(document.at("/components/schemas/Order/properties").propertyNames())
                .containsExactlyInAnyOrder("customer", "priority", "dueAt", "kind", "parts");
        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .contains("code", "detail", "violations");
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void nobody_reads_it_without_a_token() {
        assertThat(http.send(http.anonymouslyTo("/v3/api-docs").GET()).status()).isEqualTo(401);
    }

    private JsonNode document() {
        return http.get("/v3/api-docs").json();
    }
}
