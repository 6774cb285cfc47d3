package com.automatrix.template.instantiation;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Forbidden;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.ProblemException;
import com.automatrix.platform.problem.Unauthenticated;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.problem.Violation;
import com.automatrix.platform.trace.Correlation;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;

/** Asks workflow-service, through the gateway and in the caller's name, to make drafts. */
@Component
class WorkflowDrafts {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final RestClient gateway;

    WorkflowDrafts(RestClient.Builder builder, GatewayProperties properties) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.readTimeout());
        this.gateway = builder.baseUrl(properties.url().toString())
                .requestFactory(requests)
                .build();
    }

    /**
     * Makes a draft; with the idempotency key of an earlier request, it is that one's.
     *
     * @throws Unavailable with {@code workflow-service.unavailable} if it is down or too slow; a refusal of workflow-service
     *     is passed on
     */
    CreatedWorkflow create(WorkflowDraft draft, Caller caller) {
        try {
            CreatedWorkflow created = gateway.post()
                    .uri("/api/workflows")
                    .headers(headers -> headers.setAll(headers(caller)))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(draft)
                    .retrieve()
                    .body(CreatedWorkflow.class);
            if (created == null) {
                throw unavailable(null);
            }
            return created;
        } catch (RestClientResponseException e) {
            throw refused(e);
        } catch (RestClientException e) {
            throw unavailable(e);
        }
    }

    private static Map<String, String> headers(Caller caller) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.AUTHORIZATION, caller.authorization());
        headers.put(Correlation.HEADER, Correlation.current());
        if (caller.idempotencyKey() != null) {
            headers.put("Idempotency-Key", caller.idempotencyKey());
        }
        return headers;
    }

    private static ProblemException refused(RestClientResponseException e) {
        HttpStatusCode status = e.getStatusCode();
        if (!status.is4xxClientError()) {
            return unavailable(e);
        }
        Refusal refusal = Refusal.read(e.getResponseBodyAsString());
        return switch (status.value()) {
            case 401 -> Unauthenticated.token();
            case 403 -> new Forbidden(refusal.code(), refusal.detail());
            case 404 -> new NotFound(refusal.code(), refusal.detail());
            case 409 -> new Conflict(refusal.code(), refusal.detail());
            case 400, 413, 422 -> new Invalid(refusal.code(), refusal.detail(), refusal.violations());
            default -> unavailable(e);
        };
    }

    private static Unavailable unavailable(@Nullable Exception cause) {
        return new Unavailable(
                "workflow-service.unavailable",
                "Expected workflow-service to make the workflow, but it does not answer. Try again in a moment.",
                RETRY_AFTER,
                cause);
    }

    /** The problem that workflow-service answered with. */
    private record Refusal(String code, String detail, List<Violation> violations) {

        private static final Refusal UNREADABLE = new Refusal(
                "workflow-service.refused",
                "Expected workflow-service to make the workflow, but it refused.",
                List.of());

        static Refusal read(String body) {
            try {
                return ContractJson.events().readValue(body, Refusal.class).orUnreadable();
            } catch (JacksonException e) {
                return UNREADABLE;
            }
        }

        @SuppressWarnings("ConstantValue") // JSON may leave anything out.
        private Refusal orUnreadable() {
            if (code == null || detail == null) {
                return UNREADABLE;
            }
            return new Refusal(code, detail, violations == null ? List.of() : violations);
        }
    }
}
