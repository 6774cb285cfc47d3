package com.automatrix.gateway.route;

import com.automatrix.platform.problem.ProblemException;
import com.automatrix.platform.problem.ProblemWriter;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.problem.WebProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Hands a request to a service and its answer back, both as streams.
 *
 * <p>Only silence is limited, and how many wait for an answer to begin; the framework's own exchange limits the whole
 * answer, which would end every live stream.
 */
@Component
final class HttpClientExchange implements ProxyExchange {

    private static final Logger log = LoggerFactory.getLogger(HttpClientExchange.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    // The HTTP client writes these itself, or they are about the caller's connection only.
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "transfer-encoding",
            "upgrade");

    private final CloseableHttpClient client;
    private final ProblemWriter problems;
    private final Map<String, Semaphore> places;
    private final long bodyLimit;

    HttpClientExchange(
            CloseableHttpClient client, ProblemWriter problems, GatewayProperties properties, WebProperties web) {
        this.client = client;
        this.problems = problems;
        this.places = properties.services().keySet().stream()
                .collect(Collectors.toUnmodifiableMap(service -> service, _ -> new Semaphore(properties.maxWaiting())));
        this.bodyLimit = web.maxBody().toBytes();
    }

    @Override
    public ServerResponse exchange(Request request) {
        var service = serviceOf(request);
        var body = new RequestBody(request.getServerRequest().servletRequest(), bodyLimit);
        try {
            var outgoing = outgoing(request, body);
            var answer = waitFor(service, outgoing);
            if (isAway(answer)) {
                outgoing.cancel();
                throw unavailable(service, "status " + answer.getCode(), null);
            }
            var response = new ProxiedResponse(
                    outgoing, answer, (cause, received, given) -> brokenOff(service, cause, received, given));
            request.getResponseConsumers().forEach(consumer -> consumer.accept(new Received(answer), response));
            return response;
        } catch (IOException e) {
            throw body.isTooLarge() ? TooLarge.request(bodyLimit) : unavailable(service, e.toString(), e);
        }
    }

    private static HttpUriRequestBase outgoing(Request request, RequestBody body) throws IOException {
        var outgoing = new HttpUriRequestBase(request.getMethod().name(), Objects.requireNonNull(request.getUri()));
        outgoing.setEntity(body.entity());
        request.getHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> outgoing.addHeader(name, value));
            }
        });
        return outgoing;
    }

    private ClassicHttpResponse waitFor(String service, HttpUriRequestBase request) throws IOException {
        var place = Objects.requireNonNull(places.get(service));
        if (!place.tryAcquire()) {
            throw busy(service);
        }
        try {
            return client.executeOpen(null, request, null);
        } finally {
            place.release();
        }
    }

    private void brokenOff(String service, IOException cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var refusal = unavailable(service, cause.toString(), cause);
        if (response.isCommitted()) {
            HalfAnswerFilter.cutOff(request, cause);
        } else {
            problems.write(refusal, request, response);
        }
    }

    // A service that can say what is wrong does so itself.
    private static boolean isAway(ClassicHttpResponse answer) {
        var type = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        var isProblem = type != null && type.getValue().startsWith("application/problem+json");
        return answer.getCode() >= 502 && answer.getCode() <= 504 && !isProblem;
    }

    private static ProblemException unavailable(String service, String because, @Nullable Exception cause) {
        log.warn("service unavailable service={} because=\"{}\"", service, because);
        return new Unavailable(
                "gateway.service-unavailable",
                "Expected %s to answer, but it is not available at the moment.".formatted(service),
                RETRY_AFTER,
                cause);
    }

    private static ProblemException busy(String service) {
        return new Unavailable(
                "gateway.service-busy",
                "Expected %s to answer, but too many requests wait for it already. Try again.".formatted(service),
                RETRY_AFTER,
                null);
    }

    private static String serviceOf(Request request) {
        var route = MvcUtils.<Object>getAttribute(request.getServerRequest(), MvcUtils.GATEWAY_ROUTE_ID_ATTR);
        return String.valueOf(route);
    }

    private record Received(ClassicHttpResponse answer) implements Response {

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatusCode.valueOf(answer.getCode());
        }

        @Override
        public HttpHeaders getHeaders() {
            var headers = new HttpHeaders();
            for (var header : answer.getHeaders()) {
                headers.add(header.getName(), header.getValue());
            }
            return headers;
        }
    }
}
