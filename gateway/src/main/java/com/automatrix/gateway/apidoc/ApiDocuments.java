package com.automatrix.gateway.apidoc;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.gateway.route.GatewayProperties;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.trace.Correlation;
import java.io.IOException;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks every service for the description of its API and makes one of them. */
@Component
final class ApiDocuments {

    private static final String PATH = "/v3/api-docs";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final CloseableHttpClient client;
    private final GatewayProperties properties;

    ApiDocuments(CloseableHttpClient client, GatewayProperties properties) {
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
        var correlation = Correlation.current();
        var asked = new TreeMap<String, Future<JsonNode>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            properties
                    .services()
                    .keySet()
                    .forEach(service ->
                            asked.put(service, threads.submit(() -> description(service, authorization, correlation))));
        }
        var merged = new MergedDocument();
        asked.forEach((service, answer) -> merged.add(service, read(service, answer)));
        return merged.document();
    }

    private JsonNode description(String service, String authorization, String correlation) throws IOException {
        var request = new HttpGet(properties.address(service).resolve(PATH));
        request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.addHeader(Correlation.HEADER, correlation);
        return client.execute(request, answer -> {
            if (answer.getCode() != 200) {
                throw new IOException("status " + answer.getCode());
            }
            return ContractJson.events().readTree(answer.getEntity().getContent());
        });
    }

    private static JsonNode read(String service, Future<JsonNode> answer) {
        return switch (answer.state()) {
            case SUCCESS -> answer.resultNow();
            case FAILED, CANCELLED, RUNNING ->
                throw new Unavailable(
                        "gateway.service-unavailable",
                        "Expected %s to describe its API, but it does not at the moment.".formatted(service),
                        RETRY_AFTER,
                        answer.exceptionNow());
        };
    }
}
