package com.automatrix.gateway.route;

import com.automatrix.platform.problem.ProblemException;
import com.automatrix.platform.problem.ProblemWriter;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.problem.WebProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
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
 * <p>Only the time until the answer begins is limited, and how many wait for that; the framework's own exchange limits the
 * whole answer, which would end every live stream.
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

    private final HttpClient client;
    private final ProblemWriter problems;
    private final Duration responseTimeout;
    private final Map<String, Semaphore> places;
    private final long bodyLimit;

    HttpClientExchange(HttpClient client, ProblemWriter problems, GatewayProperties properties, WebProperties web) {
        this.client = client;
        this.problems = problems;
        this.responseTimeout = properties.responseTimeout();
        this.places = properties.services().keySet().stream()
                .collect(Collectors.toUnmodifiableMap(service -> service, _ -> new Semaphore(properties.maxWaiting())));
        this.bodyLimit = web.maxBody().toBytes();
    }

    @Override
    public ServerResponse exchange(Request request) {
        var service = serviceOf(request);
        var body = new RequestBody(request.getServerRequest().servletRequest(), bodyLimit);
        try {
            var answer = waitFor(service, outgoing(request, body));
            if (isAway(answer)) {
                answer.body().close();
                throw unavailable(service, "status " + answer.statusCode(), null);
            }
            var response =
                    new ProxiedResponse(answer, (cause, received, given) -> brokenOff(service, cause, received, given));
            request.getResponseConsumers().forEach(consumer -> consumer.accept(new Received(answer), response));
            return response;
        } catch (IOException e) {
            throw body.isTooLarge() ? tooLarge() : unavailable(service, e.toString(), e);
        }
    }

    private HttpRequest outgoing(Request request, RequestBody body) throws IOException {
        var outgoing = HttpRequest.newBuilder(Objects.requireNonNull(request.getUri()))
                .method(request.getMethod().name(), body.publisher());
        request.getHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> outgoing.header(name, value));
            }
        });
        return outgoing.build();
    }

    private HttpResponse<InputStream> waitFor(String service, HttpRequest request) throws IOException {
        var place = Objects.requireNonNull(places.get(service));
        if (!place.tryAcquire()) {
            throw busy(service);
        }
        try {
            return send(request);
        } finally {
            place.release();
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        var answer = client.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return answer.get(responseTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + responseTimeout, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
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
    private static boolean isAway(HttpResponse<?> answer) {
        var isProblem = answer.headers()
                .firstValue(HttpHeaders.CONTENT_TYPE)
                .filter(type -> type.startsWith("application/problem+json"))
                .isPresent();
        return answer.statusCode() >= 502 && answer.statusCode() <= 504 && !isProblem;
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

    private static ProblemException tooLarge() {
        return new TooLarge("request.too-large", "The request is larger than is accepted here.");
    }

    private static String serviceOf(Request request) {
        var route = MvcUtils.<Object>getAttribute(request.getServerRequest(), MvcUtils.GATEWAY_ROUTE_ID_ATTR);
        return String.valueOf(route);
    }

    private record Received(HttpResponse<?> answer) implements Response {

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatusCode.valueOf(answer.statusCode());
        }

        @Override
        public HttpHeaders getHeaders() {
            var headers = new HttpHeaders();
            answer.headers().map().forEach(headers::addAll);
            return headers;
        }
    }
}
