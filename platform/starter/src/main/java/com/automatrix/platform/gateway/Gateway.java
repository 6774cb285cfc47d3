package com.automatrix.platform.gateway;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.json.JsonTree;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Forbidden;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.ProblemException;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Unauthenticated;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.problem.Violation;
import com.automatrix.platform.trace.Correlation;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;

/** Asks the other services, in the name of whoever asks this one. What they refuse is passed on. */
public final class Gateway {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final RestClient client;

    public Gateway(RestClient.Builder builder, GatewayProperties properties) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.readTimeout());
        this.client = builder.baseUrl(properties.url().toString())
                .requestFactory(requests)
                .build();
    }

    /**
     * Reads something.
     *
     * @param path with its query
     * @param authorization the caller's own {@code Authorization} header
     * @throws Unavailable with {@code gateway.service-unavailable} if the service is down, too slow, or answers with
     *     nonsense
     */
    public <T> T get(String path, String authorization, Class<T> type) {
        return ask(client.get().uri(path), authorization, type);
    }

    /** The same for a request that says something; its body is written as JSON. */
    public <T> T post(String path, Object body, String authorization, Class<T> type) {
        return post(path, body, authorization, null, type);
    }

    /**
     * The same for a request that may be sent again.
     *
     * @param idempotencyKey the same for every attempt of one request; null if each request does its work anew
     */
    public <T> T post(String path, Object body, String authorization, @Nullable String idempotencyKey, Class<T> type) {
        RestClient.RequestBodySpec request = client.post().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return ask(request.body(body), authorization, type);
    }

    private static <T> T ask(RestClient.RequestHeadersSpec<?> request, String authorization, Class<T> type) {
        try {
            T answer = request.header(HttpHeaders.AUTHORIZATION, authorization)
                    .header(Correlation.HEADER, Correlation.current())
                    .retrieve()
                    .body(type);
            if (answer == null) {
                throw unavailable(null);
            }
            return answer;
        } catch (RestClientResponseException refused) {
            throw refusal(refused);
        } catch (RestClientException away) {
            throw unavailable(away);
        }
    }

    private static ProblemException refusal(RestClientResponseException refused) {
        int status = refused.getStatusCode().value();
        if (status == 401) {
            return Unauthenticated.token();
        }
        Refusal refusal = read(refused);
        if (refusal == null || refusal.code() == null || refusal.detail() == null) {
            return unavailable(refused);
        }
        return switch (status) {
            case 400, 422 -> new Invalid(refusal.code(), refusal.detail(), JsonTree.list(refusal.violations()));
            case 403 -> new Forbidden(refusal.code(), refusal.detail());
            case 404 -> new NotFound(refusal.code(), refusal.detail());
            case 409 -> new Conflict(refusal.code(), refusal.detail());
            case 413 -> new TooLarge(refusal.code(), refusal.detail());
            default -> unavailable(refused);
        };
    }

    /** What the answer says, unless it is none of ours. */
    private static @Nullable Refusal read(RestClientResponseException refused) {
        try {
            return ContractJson.events().readValue(refused.getResponseBodyAsString(), Refusal.class);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    private static Unavailable unavailable(@Nullable Exception cause) {
        return new Unavailable(
                "gateway.service-unavailable",
                "Expected the service that knows this to answer, but it does not. Try again in a moment.",
                RETRY_AFTER,
                cause);
    }

    /** As much of a problem as is passed on. */
    private record Refusal(
            @Nullable String code,
            @Nullable String detail,
            @Nullable List<Violation> violations) {}
}
