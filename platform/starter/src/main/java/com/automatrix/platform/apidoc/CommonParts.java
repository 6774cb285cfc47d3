package com.automatrix.platform.apidoc;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/** Adds to a service's document what all of them have: the token, the answer when something is wrong, and stable names. */
final class CommonParts {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    private final OpenAPI document;

    CommonParts(OpenAPI document) {
        this.document = document;
    }

    void add(Map<String, Schema<?>> problem) {
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        problem.forEach(components::addSchemas);
        components.addResponses(PROBLEM, problemResponse());
        components.addSecuritySchemes(
                TOKEN,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        document.components(components);
        document.security(List.of(new SecurityRequirement().addList(TOKEN)));
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    /** The library's own names are of controllers, and change with the order in which it finds them. */
    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        operation.tags(List.of(segments(path).getFirst()));
        operation.operationId(method.name().toLowerCase(Locale.ROOT)
                + segments(path).stream().map(CommonParts::word).collect(Collectors.joining()));
        if (operation.getParameters() != null) {
            // What the token's scheme says already.
            operation.getParameters().removeIf(parameter -> "Authorization".equals(parameter.getName()));
        }
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        responses.addApiResponse(ApiResponses.DEFAULT, new ApiResponse().$ref("#/components/responses/" + PROBLEM));
        operation.responses(responses);
    }

    private static ApiResponse problemResponse() {
        return new ApiResponse()
                .description("What is wrong, in a sentence and as a code (RFC 9457).")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    /** Those after {@code /api}. */
    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1)).skip(2).toList();
    }

    private static String word(String segment) {
        String name = segment.startsWith("{") ? "By-" + segment.substring(1, segment.length() - 1) : segment;
        return Arrays.stream(name.split("[-.]", -1))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining());
    }
}
