package com.automatrix.gateway.apidoc;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.gateway.route.GatewayProperties;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.trace.Correlation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks every service for the description of its API and makes one of them. */
@Component
final class ApiDocuments {

    private static final String PATH = "/v3/api-docs";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final HttpClient client;
    private final GatewayProperties properties;

    ApiDocuments(HttpClient client, GatewayProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    /**
     * The API as it is now.
     *
     * @param authorization the caller's own header
     * @throws Unavailable with {@code gateway.service-unavailable} if a service does not describe itself
     */
    ObjectNode whole(String authorization) {
        var asked = new TreeMap<String, CompletableFuture<HttpResponse<String>>>();
        properties
                .services()
                .keySet()
                .forEach(service ->
                        asked.put(service, client.sendAsync(request(service, authorization), BodyHandlers.ofString())));
        var merged = new MergedDocument();
        asked.forEach((service, answer) -> merged.add(service, read(service, answer)));
        return merged.document();
    }

    private HttpRequest request(String service, String authorization) {
        return HttpRequest.newBuilder(properties.address(service).resolve(PATH))
                .timeout(properties.responseTimeout())
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .header(Correlation.HEADER, Correlation.current())
                .build();
    }

    private static JsonNode read(String service, CompletableFuture<HttpResponse<String>> answer) {
        try {
            var response = answer.join();
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return ContractJson.events().readTree(response.body());
        } catch (CompletionException | IOException | JacksonException away) {
            throw new Unavailable(
                    "gateway.service-unavailable",
                    "Expected %s to describe its API, but it does not at the moment.".formatted(service),
                    RETRY_AFTER,
                    away);
        }
    }
}
