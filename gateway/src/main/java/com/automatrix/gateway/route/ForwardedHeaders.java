package com.automatrix.gateway.route;

import com.automatrix.platform.trace.Correlation;
import com.automatrix.platform.trace.TraceParents;
import java.util.Locale;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Tells a service who really called: forwarding headers that the caller made up are replaced by what the connection says,
 * and the correlation id and trace of this request go along.
 */
@Component
final class ForwardedHeaders implements RequestHttpHeadersFilter, Ordered {

    private final TraceParents traces;

    ForwardedHeaders(TraceParents traces) {
        this.traces = traces;
    }

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
        var forwarded = new HttpHeaders();
        received.forEach((name, values) -> {
            if (!isAboutForwarding(name)) {
                forwarded.addAll(name, values);
            }
        });
        var servlet = request.servletRequest();
        forwarded.set("X-Forwarded-For", servlet.getRemoteAddr());
        forwarded.set("X-Forwarded-Proto", servlet.getScheme());
        forwarded.set("X-Forwarded-Host", servlet.getServerName());
        forwarded.set("X-Forwarded-Port", Integer.toString(servlet.getServerPort()));
        forwarded.set(Correlation.HEADER, Correlation.current());
        var trace = traces.current();
        if (trace != null) {
            forwarded.set(TraceParents.HEADER, trace);
        }
        return forwarded;
    }

    /** After the framework's own filters have removed what may not pass. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static boolean isAboutForwarding(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-forwarded-") || lower.equals("forwarded") || lower.equals("x-real-ip");
    }
}
