package com.automatrix.workflow.gateway;

import com.automatrix.platform.problem.Unauthenticated;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.trace.Correlation;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Asks execution-service, in the name of whoever asks this service. */
@Component
public class Gateway {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final RestClient client;

    Gateway(RestClient.Builder builder, GatewayProperties properties) {
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
     * @throws Unavailable with {@code execution-service.unavailable} if it is down, too slow, or answers with nonsense
     */
    public <T> T get(String path, String authorization, Class<T> type) {
        return ask(client.get().uri(path), authorization, type);
    }

    /** The same for a request that says something; its body is written as JSON. */
    public <T> T post(String path, Object body, String authorization, Class<T> type) {
        return ask(
                client.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body), authorization, type);
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
            throw refused.getStatusCode().value() == 401 ? Unauthenticated.token() : unavailable(refused);
        } catch (RestClientException away) {
            throw unavailable(away);
        }
    }

    private static Unavailable unavailable(@Nullable Exception cause) {
        return new Unavailable(
                "execution-service.unavailable",
                "Expected execution-service to say what runs, but it does not answer. Try again in a moment.",
                RETRY_AFTER,
                cause);
    }
}
